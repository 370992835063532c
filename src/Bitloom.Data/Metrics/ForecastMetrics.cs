using Bitloom.Diagnostics;

namespace Bitloom.Data;

/// <summary>How far forecasts are from what came, in the unit of what is compared or its square.</summary>
/// <param name="Mse">Mean of (forecast - actual)^2.</param>
/// <param name="Mae">Mean of |forecast - actual|.</param>
/// <param name="R2">Coefficient of determination, 1 - sum (forecast - actual)^2 / sum (actual - mean of actual)^2.
/// Where nothing varies it is 1 for a perfect forecast and else 0.</param>
/// <param name="Mase">Mean absolute scaled error (Hyndman and Koehler, Another look at measures of forecast accuracy,
/// 2006): the MAE divided by that of the (seasonal) naive forecast on the training part; under 1 is better than it.
/// NaN where no scale is given, or it is 0.</param>
public sealed record ForecastMetrics(double Mse, double Mae, double R2, double Mase)
{
    /// <summary>Root of the mean square error.</summary>
    public double Rmse => Math.Sqrt(Mse);

    /// <summary>The metrics over all pairs; errors are 0 when there are none.</summary>
    /// <param name="naiveScale">The MAE of the naive forecast on the training part, <see cref="NaiveScale"/>.</param>
    public static ForecastMetrics Between(
        ReadOnlySpan<float> forecast, ReadOnlySpan<float> actual, double naiveScale = double.NaN)
    {
        var error = ForecastError.Between(forecast, actual);
        var mse = error.Rmse * error.Rmse;
        return new ForecastMetrics(mse, error.Mae, Determination(mse, actual),
            naiveScale > 0 ? error.Mae / naiveScale : double.NaN);
    }

    /// <summary>Mean of |x(t) - x(t - period)| over a training series: what MASE divides by. NaN of a series no longer
    /// than a period; a pair with a missing value (NaN) does not count.</summary>
    public static double NaiveScale(ReadOnlySpan<double> train, int period = 1)
    {
        if (period < 1)
            throw new CompilerBugException("metrics", $"a period of {period}");
        var (sum, count) = (0.0, 0);
        for (var t = period; t < train.Length; t++)
        {
            var difference = Math.Abs(train[t] - train[t - period]);
            sum += double.IsNaN(difference) ? 0 : difference;
            count += double.IsNaN(difference) ? 0 : 1;
        }

        return sum / count;
    }

    private static double Determination(double mse, ReadOnlySpan<float> actual)
    {
        var mean = 0.0;
        foreach (var value in actual)
            mean += value / (double)actual.Length;
        var variance = 0.0;
        foreach (var value in actual)
            variance += (value - mean) * (value - mean) / actual.Length;
        return variance > 0 ? 1 - mse / variance : mse == 0 ? 1 : 0;
    }
}
