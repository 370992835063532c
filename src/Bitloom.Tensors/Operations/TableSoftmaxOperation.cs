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
        SoftmaxKernel.Table(
            x.Values, x.Shape.Columns, causal, Exponentials(grid, exponentialBits), (float)(1 / grid.Scale), y.Values);
        tape.Record(y, () => SoftmaxOperation.Backward(tape, x, y));
        return y;
    }

    private static float[] Exponentials(QuantizationGrid grid, int bits) =>
        [.. Enumerable.Range(0, grid.Maximum - grid.Minimum + 1)
            .Select(d => (float)Math.Floor(((1 << bits) - 1) * Math.Exp(-grid.Scale * d) + 0.5))];
}
