namespace Bitloom.Tensors;

/// <summary>
/// y = scale q, q = clamp(floor(w / scale + 1/2), +-limit), one scale a column, computed in double precision as the
/// integer graph computes it. Backward as in <see cref="FakeQuantizeOperation"/>, with the grid's dampening.
/// </summary>
public static class FakeQuantizeWeightOperation
{
    /// <summary>Rounds a matrix, inputs x outputs, to the grid as it is at this moment.</summary>
    public static FloatTensor FakeQuantizeWeight(this Tape tape, FloatTensor weight, ColumnGrid grid)
    {
        var y = tape.Make(weight.Shape, weight, grid.Ranges);
        var scales = grid.Scales();
        for (var i = 0; i < y.Values.Length; i += scales.Length)
            for (var j = 0; j < scales.Length; j++)
                y.Values[i + j] = (float)(scales[j] * Quantize(weight.Values[i + j], scales[j], grid.Limit));
        tape.Record(y, () => Backward(tape, weight, grid, y, scales));
        return y;
    }

    private static double Quantize(float weight, double scale, int limit) =>
        Math.Clamp(Math.Floor(weight / scale + 0.5), -limit, limit);

    private static void Backward(Tape tape, FloatTensor weight, ColumnGrid grid, FloatTensor y, double[] scales)
    {
        var dw = weight.NeedsGradient ? tape.GradientOf(weight) : tape.Rent(weight.Values.Length);
        var rows = weight.Values.Length / scales.Length;
        for (var j = 0; j < scales.Length; j++)
        {
            var sums = Column(weight.Values, y, j, scales[j], grid, dw);
            if (grid.Ranges.NeedsGradient)
                grid.AddGradient(j, sums, scales[j], rows);
        }
    }

    private static ClampedGradient Column(
        float[] weight, FloatTensor y, int column, double scale, ColumnGrid grid, float[] dw)
    {
        var sums = default(ClampedGradient);
        for (var i = column; i < weight.Length; i += grid.Columns)
        {
            var dy = y.Gradient![i];
            var rounded = Math.Floor(weight[i] / scale + 0.5);
            if (rounded < -grid.Limit)
            {
                sums = sums with { Below = sums.Below + dy };
            }
            else if (rounded > grid.Limit)
            {
                sums = sums with { Above = sums.Above + dy };
            }
            else
            {
                dw[i] += dy + 2 * grid.Dampening * (weight[i] - y.Values[i]);
                sums = sums with { Rounding = sums.Rounding + dy * (float)(rounded - weight[i] / scale) };
            }
        }

        return sums;
    }
}
