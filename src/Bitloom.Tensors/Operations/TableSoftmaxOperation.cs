using System.Numerics.Tensors;

namespace Bitloom.Tensors;

/// <summary>
/// Row softmax from rounded exponentials (docs/arithmetic.md): y_j = e_j / sum of e_i, e_j = E[d] with
/// E[d] = floor((2^bits - 1) exp(-scale d) + 1/2) and d the distance of x_j from the row's maximum in steps of its
/// grid. Backward: that of the softmax which gave y (straight-through estimator for the table's rounding).
/// </summary>
public static class TableSoftmaxOperation
{
    /// <summary>Each row, of values on the grid, becomes a distribution.</summary>
    public static FloatTensor TableSoftmax(
        this Tape tape, FloatTensor x, QuantizationGrid grid, int exponentialBits, bool causal = false)
    {
        var y = tape.Make(x.Shape, x);
        var (table, inverse) = (Exponentials(grid, exponentialBits), (float)(1 / grid.Scale));
        var columns = x.Shape.Columns;
        for (var i = 0; i < y.Values.Length; i += columns)
        {
            var seen = SoftmaxOperation.Seen(i / columns, columns, causal);
            Row(x.Values.AsSpan(i, seen), table, inverse, y.Values.AsSpan(i, seen));
            y.Values.AsSpan(i + seen, columns - seen).Clear();
        }

        tape.Record(y, () => SoftmaxOperation.Backward(tape, x, y));
        return y;
    }

    // The difference is taken back to whole steps: a value of the table never depends on how the scores were rounded to
    // single precision.
    private static void Row(ReadOnlySpan<float> x, float[] table, float inverse, Span<float> y)
    {
        var maximum = TensorPrimitives.Max(x);
        for (var j = 0; j < x.Length; j++)
            y[j] = table[Math.Min((int)((maximum - x[j]) * inverse + 0.5f), table.Length - 1)];
        TensorPrimitives.Divide(y, TensorPrimitives.Sum<float>(y), y);
    }

    private static float[] Exponentials(QuantizationGrid grid, int bits) =>
        [.. Enumerable.Range(0, grid.Maximum - grid.Minimum + 1)
            .Select(d => (float)Math.Floor(((1 << bits) - 1) * Math.Exp(-grid.Scale * d) + 0.5))];
}
