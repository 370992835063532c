namespace Bitloom.Tensors;

/// <summary>y = scale x + shift, one scale and shift a column: batch normalization with frozen statistics.</summary>
public static class ChannelAffineOperation
{
    /// <summary>Scale and shift are rows of as many columns as <paramref name="x"/> has.</summary>
    public static FloatTensor ChannelAffine(this Tape tape, FloatTensor x, FloatTensor scale, FloatTensor shift)
    {
        var y = tape.Make(x.Shape, x, scale, shift);
        AffineKernel.Forward(x.Values, scale.Values, shift.Values, y.Values);
        tape.Record(y, () => Backward(tape, x, scale, shift, y));
        return y;
    }

    private static void Backward(Tape tape, FloatTensor x, FloatTensor scale, FloatTensor shift, FloatTensor y)
    {
        var columns = x.Shape.Columns;
        var add = false;
        var dx = x.NeedsGradient ? Accumulate.InPlace(tape, x, y, out add) : y.Gradient;
        AffineKernel.Backward(
            x.Values, y.Gradient, scale.Values, dx, add,
            shift.NeedsGradient ? tape.GradientOf(shift) : tape.Rent(columns),
            scale.NeedsGradient ? tape.GradientOf(scale) : tape.Rent(columns));
    }
}
