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
        if (scale.NeedsGradient || shift.NeedsGradient)
            AffineKernel.AddSums(
                x.Values, y.Gradient,
                shift.NeedsGradient ? tape.GradientOf(shift) : tape.Rent(columns),
                scale.NeedsGradient ? tape.GradientOf(scale) : tape.Rent(columns));
        if (!x.NeedsGradient)
            return;
        var dx = Accumulate.InPlace(tape, x, y, out var add);
        AffineKernel.BackwardInput(y.Gradient, scale.Values, dx, add);
    }
}
