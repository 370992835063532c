namespace Bitloom.Data;

/// <summary>Finds how many rows a season takes.</summary>
public static class SeasonalPeriod
{
    /// <summary>
    /// The lag, of 2 to <paramref name="longest"/>, of the highest peak of the autocorrelation (at least
    /// <paramref name="least"/>, higher than at the lags beside it); null when there is none. Values are to be of the
    /// training part; pairs with a missing one (NaN) do not count.
    /// </summary>
    public static int? Find(ReadOnlySpan<double> train, int longest, double least = 0.2)
    {
        var reach = Math.Min(longest + 1, train.Length / 2);
        var correlations = new double[Math.Max(0, reach) + 1];
        for (var lag = 1; lag <= reach; lag++)
            correlations[lag] = Autocorrelation(train, lag);
        int? best = null;
        for (var lag = 2; lag < reach; lag++)
        {
            var peak = correlations[lag] > correlations[lag - 1] && correlations[lag] >= correlations[lag + 1];
            if (peak && correlations[lag] >= least && (best is null || correlations[lag] > correlations[best.Value]))
                best = lag;
        }

        return best;
    }

    /// <summary>
    /// The mean of (x(t) - mean)(x(t - lag) - mean) divided by the variance, -1 to 1 up to the ends' effect; 0 for what
    /// does not vary.
    /// </summary>
    public static double Autocorrelation(ReadOnlySpan<double> values, int lag)
    {
        var (mean, count) = (0.0, 0);
        foreach (var value in values)
        {
            mean += double.IsNaN(value) ? 0 : value;
            count += double.IsNaN(value) ? 0 : 1;
        }

        mean /= Math.Max(1, count);
        var variance = Covariance(values, 0, mean);
        return variance > 0 ? Covariance(values, lag, mean) / variance : 0;
    }

    private static double Covariance(ReadOnlySpan<double> values, int lag, double mean)
    {
        var (sum, count) = (0.0, 0);
        for (var t = lag; t < values.Length; t++)
        {
            var product = (values[t] - mean) * (values[t - lag] - mean);
            sum += double.IsNaN(product) ? 0 : product;
            count += double.IsNaN(product) ? 0 : 1;
        }

        return sum / Math.Max(1, count);
    }
}
