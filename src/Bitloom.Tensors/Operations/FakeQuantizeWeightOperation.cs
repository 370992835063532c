namespace Bitloom.Tensors;

/// <summary>
/// y = scale q, q = clamp(floor(w / scale + 1/2), +-limit), one scale a column, computed in double precision as the
/// integer graph computes it. Backward as in <see cref="FakeQuantizeOperation"/>.
/// </summary>
public static class FakeQuantizeWeightOperation
{
    /// <summary>Rounds a matrix, inputs x outputs, to the grid as it is at this moment.</summary>
    public static FloatTensor FakeQuantizeWeight(this Tape tape, FloatTensor weight, ColumnGrid grid)
    {
        var y = tape.Make(weight.Shape, weight, grid.LogFactors);
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
        var ds = grid.LogFactors.NeedsGradient ? tape.GradientOf(grid.LogFactors) : tape.Rent(scales.Length);
        for (var i = 0; i < y.Values.Length; i += scales.Length)
            for (var j = 0; j < scales.Length; j++)
            {
                var dy = y.Gradient![i + j];
                var inside = Math.Abs(Math.Floor(weight.Values[i + j] / scales[j] + 0.5)) <= grid.Limit;
                dw[i + j] += inside ? dy : 0;
                ds[j] += dy * (inside ? y.Values[i + j] - weight.Values[i + j] : y.Values[i + j]);
            }
    }
}
