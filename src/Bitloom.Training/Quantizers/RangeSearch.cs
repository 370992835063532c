using Bitloom.Tensors;

namespace Bitloom.Training;

/// <summary>
/// Chooses scale and zero point with the least squared error over sample values, among ranges that clip the observed
/// one by steps of a twentieth. The range always contains 0, which stays exact.
/// </summary>
internal static class RangeSearch
{
    private const double LeastRange = 1e-6;
    private static readonly double[] Ratios = [.. Enumerable.Range(0, 16).Select(i => 1 - 0.05 * i)];

    /// <summary>For activations; <paramref name="affine"/> allows any zero point, otherwise it is 0.</summary>
    public static QuantizationGrid Activation(ReadOnlySpan<float> samples, int bits, bool signed, bool affine)
    {
        var format = new TensorQuantizer(bits, signed, 1, 0);
        var (low, high) = Range(samples);
        var best = Candidate(format, low, high, affine);
        var error = Error(samples, best);
        double bestLow = low, bestHigh = high;
        for (var round = 0; round < 3; round++)
            foreach (var ratio in Ratios)
            {
                // First both ends together, then each alone around the best so far.
                Try(round == 2 ? bestLow : low * ratio, round == 1 ? bestHigh : high * ratio, samples);
            }

        return new QuantizationGrid(format.Minimum, format.Maximum, best.Scale, best.ZeroPoint);

        void Try(double tryLow, double tryHigh, ReadOnlySpan<float> values)
        {
            var candidate = Candidate(format, tryLow, tryHigh, affine);
            var tried = Error(values, candidate);
            if (tried < error)
                (best, error, bestLow, bestHigh) = (candidate, tried, tryLow, tryHigh);
        }
    }

    /// <summary>The grid that spans a range, and 0.</summary>
    public static QuantizationGrid Spanning((double Low, double High) range, int bits, TensorRule rule)
    {
        var format = new TensorQuantizer(bits, rule.Signed, 1, 0);
        var low = Math.Min(range.Low, 0);
        var grid = Candidate(format, low, Math.Max(range.High, low + LeastRange), rule.Affine);
        return new QuantizationGrid(format.Minimum, format.Maximum, grid.Scale, grid.ZeroPoint);
    }

    /// <summary>The greatest magnitude, at least a positive number.</summary>
    public static double Largest(ReadOnlySpan<float> values)
    {
        var (low, high) = Range(values);
        return Math.Max(high, -low);
    }

    /// <summary>For one column of a weight matrix: symmetric, limit 2^(bits-1) - 1.</summary>
    public static double WeightScale(ReadOnlySpan<float> column, int limit)
    {
        var largest = Largest(column);
        var (best, error) = (0.0, double.PositiveInfinity);
        foreach (var ratio in Ratios)
        {
            var scale = largest * ratio / limit;
            var tried = 0.0;
            foreach (var w in column)
                tried += Square(w - scale * Math.Clamp(Math.Floor(w / scale + 0.5), -limit, limit));
            if (tried < error)
                (best, error) = (scale, tried);
        }

        return best;
    }

    private static (double Low, double High) Range(ReadOnlySpan<float> samples)
    {
        double low = 0, high = 0;
        foreach (var sample in samples)
            (low, high) = (Math.Min(low, sample), Math.Max(high, sample));
        return (low, Math.Max(high, low + LeastRange));
    }

    private static TensorQuantizer Candidate(TensorQuantizer format, double low, double high, bool affine)
    {
        if (!affine)
            return format with { Scale = Math.Max(high / format.Maximum, format.Signed ? low / format.Minimum : 0) };
        var scale = (high - low) / (format.Maximum - format.Minimum);
        var zero = (int)Math.Clamp(Math.Floor(format.Minimum - low / scale + 0.5), format.Minimum, format.Maximum);
        return format with { Scale = scale, ZeroPoint = zero };
    }

    private static double Error(ReadOnlySpan<float> samples, TensorQuantizer quantizer)
    {
        var sum = 0.0;
        foreach (var x in samples)
        {
            var q = Math.Floor(x / quantizer.Scale + quantizer.ZeroPoint + 0.5);
            var clamped = Math.Clamp(q, quantizer.Minimum, quantizer.Maximum);
            sum += Square(x - quantizer.Scale * (clamped - quantizer.ZeroPoint));
        }

        return sum;
    }

    private static double Square(double value) => value * value;
}
