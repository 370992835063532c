using Bitloom.Tensors;

namespace Bitloom.Training;

/// <summary>The first range of a tensor by each <see cref="RangeMethod"/>. A range always contains 0.</summary>
internal static class RangeMethods
{
    private const int Batches = 16;
    private const double Momentum = 0.9;
    private const int Samples = 16384;

    /// <summary>
    /// The grid of an activation tensor from its values, window by window, over <paramref name="windows"/> windows.
    /// </summary>
    public static QuantizationGrid Activation(
        QuantizationRecipe recipe, float[] values, int windows, int bits, TensorRule rule)
    {
        var grid = recipe.Ranges switch
        {
            RangeMethod.MovingAverage => RangeSearch.Spanning(MovingAverage(values, windows), bits, rule),
            RangeMethod.Percentile => RangeSearch.Spanning(Quantiles(values, recipe.Percentile / 100), bits, rule),
            RangeMethod.MeanSquaredError => RangeSearch.Activation(Sample(values), bits, rule.Signed, rule.Affine),
        };
        return new QuantizationGrid(
            grid.Minimum, grid.Maximum, grid.Scale, grid.IntegerZeroPoint, recipe.Gradient);
    }

    /// <summary>The scale of weights that share one; a constant has no batches, so its range is all it has.</summary>
    public static double Weight(QuantizationRecipe recipe, ReadOnlySpan<float> weights, int limit) =>
        recipe.Ranges switch
        {
            RangeMethod.MovingAverage => RangeSearch.Largest(weights) / limit,
            RangeMethod.Percentile => RangeSearch.Largest(Magnitudes(weights, recipe.Percentile / 100)) / limit,
            RangeMethod.MeanSquaredError => RangeSearch.WeightScale(weights, limit),
        };

    /// <summary>Least and greatest value, averaged over batches of every 16th window.</summary>
    public static (double Low, double High) MovingAverage(float[] values, int windows)
    {
        var (size, batches) = (values.Length / windows, Math.Min(Batches, windows));
        var (low, high) = (0.0, 0.0);
        for (var batch = 0; batch < batches; batch++)
        {
            var (least, greatest) = (float.PositiveInfinity, float.NegativeInfinity);
            for (var window = batch; window < windows; window += batches)
                foreach (var value in values.AsSpan(window * size, size))
                    (least, greatest) = (MathF.Min(least, value), MathF.Max(greatest, value));
            var kept = batch == 0 ? 0 : Momentum;
            (low, high) = (kept * low + (1 - kept) * least, kept * high + (1 - kept) * greatest);
        }

        return (low, high);
    }

    /// <summary>
    /// The values that a share of all others lies above and below, by the nearest rank.
    /// </summary>
    public static (double Low, double High) Quantiles(ReadOnlySpan<float> values, double share)
    {
        float[] sorted = [.. values];
        Array.Sort(sorted);
        var rank = (int)Math.Floor((sorted.Length - 1) * share + 0.5);
        return (sorted[sorted.Length - 1 - rank], sorted[rank]);
    }

    private static float[] Magnitudes(ReadOnlySpan<float> weights, double share)
    {
        float[] magnitudes = [.. weights];
        for (var i = 0; i < magnitudes.Length; i++)
            magnitudes[i] = Math.Abs(magnitudes[i]);
        return [(float)Quantiles(magnitudes, share).High];
    }

    private static float[] Sample(float[] values)
    {
        if (values.Length <= Samples)
            return values;
        var random = new SeededRandom(7);
        var sample = new float[Samples];
        for (var i = 0; i < Samples; i++)
            sample[i] = values[random.Next(values.Length)];
        (sample[0], sample[1]) = (values.Min(), values.Max());
        return sample;
    }
}
