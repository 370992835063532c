using System.Numerics.Tensors;

namespace Bitloom.Tensors;

/// <summary>
/// Row softmax: y_j = exp(x_j - max) / sum of exp(x_i - max). A causal one has rows of several heads stacked, of which
/// row i modulo the columns sees the columns 0 .. i; all others are 0.
/// </summary>
public static class SoftmaxOperation
{
    /// <summary>Each row becomes a distribution.</summary>
    public static FloatTensor Softmax(this Tape tape, FloatTensor x, bool causal = false)
    {
        var y = tape.Make(x.Shape, x);
        var columns = x.Shape.Columns;
        for (var i = 0; i < y.Values.Length; i += columns)
        {
            var seen = Seen(i / columns, columns, causal);
            var row = y.Values.AsSpan(i, seen);
            TensorPrimitives.Subtract(
                x.Values.AsSpan(i, seen), TensorPrimitives.Max<float>(x.Values.AsSpan(i, seen)), row);
            TensorPrimitives.Exp(row, row);
            TensorPrimitives.Divide(row, TensorPrimitives.Sum<float>(row), row);
            y.Values.AsSpan(i + seen, columns - seen).Clear();
        }

        tape.Record(y, () => Backward(tape, x, y));
        return y;
    }

    /// <summary>How many columns a row sees.</summary>
    internal static int Seen(int row, int columns, bool causal) => causal ? row % columns + 1 : columns;

    /// <summary>dx = y (dy - sum of dy y) row by row.</summary>
    internal static void Backward(Tape tape, FloatTensor x, FloatTensor y)
    {
        var columns = x.Shape.Columns;
        var dx = tape.GradientOf(x, out var fresh);
        SoftmaxKernel.Backward(y.Values, y.Gradient, columns, dx, add: !fresh);
    }
}
