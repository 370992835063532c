using System.Numerics.Tensors;

namespace Bitloom.Tensors;

/// <summary>y = scale x + shift, one scale and shift a column: batch normalization with frozen statistics.</summary>
public static class ChannelAffineOperation
{
    /// <summary>Scale and shift are rows of as many columns as <paramref name="x"/> has.</summary>
    public static FloatTensor ChannelAffine(this Tape tape, FloatTensor x, FloatTensor scale, FloatTensor shift)
    {
        var y = tape.Make(x.Shape, x, scale, shift);
        var columns = x.Shape.Columns;
        for (var i = 0; i < y.Values.Length; i += columns)
            TensorPrimitives.MultiplyAdd(
                x.Values.AsSpan(i, columns), scale.Values, shift.Values, y.Values.AsSpan(i, columns));
        tape.Record(y, () => Backward(tape, x, scale, shift, y));
        return y;
    }

    private static void Backward(Tape tape, FloatTensor x, FloatTensor scale, FloatTensor shift, FloatTensor y)
    {
        var columns = x.Shape.Columns;
        for (var i = 0; i < y.Values.Length; i += columns)
        {
            ReadOnlySpan<float> dy = y.Gradient.AsSpan(i, columns);
            if (x.NeedsGradient)
                AddProduct(dy, scale.Values, tape.GradientOf(x).AsSpan(i, columns));
            if (scale.NeedsGradient)
                AddProduct(dy, x.Values.AsSpan(i, columns), tape.GradientOf(scale));
            if (shift.NeedsGradient)
                TensorPrimitives.Add(tape.GradientOf(shift), dy, tape.GradientOf(shift));
        }
    }

    private static void AddProduct(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> sum) =>
        TensorPrimitives.MultiplyAdd(a, b, sum, sum);
}
