namespace Bitloom.Tensors;

/// <summary>
/// y = scale q, q = clamp(floor(w / scale + 1/2), +-limit), one scale a column, computed in double precision as the
/// integer graph computes it. Backward as in <see cref="FakeQuantizeOperation"/>, with the grid's dampening.
/// </summary>
public static class FakeQuantizeWeightOperation
{
    private const int Width = FakeQuantizeWeightKernel.Width;

    /// <summary>Rounds a matrix, inputs x outputs, to the grid as it is at this moment.</summary>
    public static FloatTensor FakeQuantizeWeight(this Tape tape, FloatTensor weight, ColumnGrid grid)
    {
        var y = tape.Make(weight.Shape, weight, grid.Ranges);
        var scales = grid.Scales();
        for (var j = 0; j < scales.Length; j += Width)
        {
            var width = Math.Min(Width, scales.Length - j);
            var kernel = new FakeQuantizeWeightKernel(scales.AsSpan(j, width), grid.Limit);
            for (var i = j; i < y.Values.Length; i += scales.Length)
                PartVector.Store(
                    kernel.Round(PartVector.Load(weight.Values.AsSpan(i, width))), y.Values.AsSpan(i, width));
        }

        tape.Record(y, () => Backward(tape, weight, grid, y.Gradient!, scales));
        return y;
    }

    private static void Backward(Tape tape, FloatTensor weight, ColumnGrid grid, float[] dy, double[] scales)
    {
        var dw = weight.NeedsGradient ? tape.GradientOf(weight) : tape.Rent(weight.Values.Length);
        var rows = weight.Values.Length / scales.Length;
        for (var j = 0; j < scales.Length; j += Width)
        {
            var columns = scales.AsSpan(j, Math.Min(Width, scales.Length - j));
            var sums = Columns(weight.Values, dy, j, columns, grid, dw);
            for (var column = 0; column < columns.Length && grid.Ranges.NeedsGradient; column++)
                grid.AddGradient(j + column, sums.Of(column), columns[column], rows);
        }
    }

    private static FakeQuantizeWeightKernel.Sums Columns(
        float[] weight, float[] dy, int first, ReadOnlySpan<double> scales, ColumnGrid grid, float[] dw)
    {
        var kernel = new FakeQuantizeWeightKernel(scales, grid.Limit);
        var (sums, pull) = (default(FakeQuantizeWeightKernel.Sums), 2 * grid.Dampening);
        for (var i = first; i < weight.Length; i += grid.Columns)
        {
            var target = dw.AsSpan(i, scales.Length);
            var moved = kernel.Backward(
                PartVector.Load(weight.AsSpan(i, scales.Length)), PartVector.Load(dy.AsSpan(i, scales.Length)), pull,
                PartVector.Load(target), ref sums);
            PartVector.Store(moved, target);
        }

        return sums;
    }
}
