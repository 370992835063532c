namespace Bitloom.Tensors;

/// <summary>y = x times the integral of the normal distribution up to x, in its exact form.</summary>
public static class GeluOperation
{
    /// <summary>The gated elements.</summary>
    public static FloatTensor Gelu(this Tape tape, FloatTensor x)
    {
        var y = tape.Make(x.Shape, x);
        for (var i = 0; i < y.Values.Length; i++)
            y.Values[i] = (float)UnaryFunction.Gelu.Of(x.Values[i]);
        tape.Record(y, () => Backward(tape, x, y));
        return y;
    }

    private static void Backward(Tape tape, FloatTensor x, FloatTensor y)
    {
        var dx = tape.GradientOf(x);
        for (var i = 0; i < dx.Length; i++)
            dx[i] += y.Gradient![i] * (float)UnaryFunctions.GeluSlope(x.Values[i]);
    }
}
