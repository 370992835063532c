namespace Bitloom.Tensors;

/// <summary>
/// y = scale q, q = clamp(floor(w / scale + 1/2), +-limit), one scale a column, computed in double precision as the
/// integer graph computes it. Backward as in <see cref="FakeQuantizeOperation"/>.
/// </summary>
public static class FakeQuantizeWeightOperation
{
    /// <summary>
    /// Rounds a matrix, inputs x outputs; <paramref name="logScales"/> is one row of the logarithms of the scales.
    /// </summary>
    public static FloatTensor FakeQuantizeWeight(this Tape tape, FloatTensor weight, FloatTensor logScales, int limit)
    {
        var y = tape.Make(weight.Shape, weight, logScales);
        var columns = weight.Shape.Columns;
        var scales = tape.Rent(columns);
        for (var j = 0; j < columns; j++)
            scales[j] = MathF.Exp(logScales.Values[j]);
        for (var i = 0; i < y.Values.Length; i += columns)
            for (var j = 0; j < columns; j++)
                y.Values[i + j] = (float)((double)scales[j] * Quantize(weight.Values[i + j], scales[j], limit));
        tape.Record(y, () => Backward(tape, weight, logScales, limit, y, scales));
        return y;
    }

    private static double Quantize(float weight, float scale, int limit) =>
        Math.Clamp(Math.Floor((double)weight / scale + 0.5), -limit, limit);

    private static void Backward(
        Tape tape, FloatTensor weight, FloatTensor logScales, int limit, FloatTensor y, float[] scales)
    {
        var columns = weight.Shape.Columns;
        var dw = weight.NeedsGradient ? tape.GradientOf(weight) : tape.Rent(weight.Values.Length);
        var ds = logScales.NeedsGradient ? tape.GradientOf(logScales) : tape.Rent(columns);
        for (var i = 0; i < y.Values.Length; i += columns)
            for (var j = 0; j < columns; j++)
            {
                var dy = y.Gradient![i + j];
                var inside = Math.Abs(Math.Floor((double)weight.Values[i + j] / scales[j] + 0.5)) <= limit;
                dw[i + j] += inside ? dy : 0;
                ds[j] += dy * (inside ? y.Values[i + j] - weight.Values[i + j] : y.Values[i + j]);
            }
    }
}
