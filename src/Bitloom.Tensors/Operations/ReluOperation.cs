namespace Bitloom.Tensors;

/// <summary>y = max(x, 0); the derivative at 0 is 0.</summary>
public static class ReluOperation
{
    /// <summary>The rectified elements.</summary>
    public static FloatTensor Relu(this Tape tape, FloatTensor x)
    {
        var y = tape.Make(x.Shape, x);
        ReluKernel.Rectify(x.Values, y.Values);
        tape.Record(y, () =>
        {
            ReluKernel.Mask(y.Values, y.Gradient, tape.Rent(x.Shape.Columns));
            Accumulate.Share(tape, x, y);
        });
        return y;
    }
}
