using System.Collections.Immutable;

namespace Bitloom.Data;

/// <summary>How well forecasts, and what needs no model, do on the test part.</summary>
internal static class ForecastScores
{
    private const int LongestPeriod = 500;

    /// <summary>
    /// Other errors; those of the standardized targets are the ones that are published for data such as ETT (Zhou et al.,
    /// Informer, 2021).
    /// </summary>
    public static ImmutableArray<NamedScore> Details(ForecastData data, float[] predictions)
    {
        var scale = data.Targets.Length == 1 ? ForecastMetrics.NaiveScale(TrainingTarget(data)) : double.NaN;
        var (forecast, truth) = (data.ToTargetUnits(data.Test, predictions), data.ToTargetUnits(data.Test, data.Test.Targets));
        var natural = ForecastMetrics.Between(forecast, truth, scale);
        var standardized = ForecastMetrics.Between(Standardized(data, forecast), Standardized(data, truth));
        NamedScore[] scores =
        [
            new("MAE", natural.Mae), new("R2", natural.R2), new("MASE", natural.Mase),
            new("MSE of the standardized targets", standardized.Mse),
            new("MAE of the standardized targets", standardized.Mae),
        ];
        return [.. scores.Where(score => !double.IsNaN(score.Value))];
    }

    public static ImmutableArray<NamedScore> Baselines(ForecastData data)
    {
        var truth = data.ToTargetUnits(data.Test, data.Test.Targets);
        var baselines = ImmutableArray.CreateBuilder<NamedScore>();
        Add("last value", data.NaiveForecast(data.Test));
        if (SeasonalNaive.PeriodOf(data, LongestPeriod) is { } period)
            Add(Text.Of($"value {period} rows ago"), SeasonalNaive.Forecast(data, data.Test, data.Series[^1], period));
        Add("ridge regression", data.ToTargetUnits(data.Test, LinearForecast.Fit(data.Train).Forecast(data.Test)));
        return baselines.ToImmutable();

        void Add(string name, float[] forecast) =>
            baselines.Add(new(name, ForecastError.Between(forecast, truth).Rmse));
    }

    private static float[] Standardized(ForecastData data, float[] values) =>
        [.. values.Select((value, i) => data.StandardTargets.Scale(value, i % data.Targets.Length))];

    private static double[] TrainingTarget(ForecastData data)
    {
        var series = data.Series[0];
        var place = series.IndexOf(data.Targets[0]);
        return [.. Enumerable.Range(0, data.Train.LastRows[^1] + 1).Select(row => series[row, place])];
    }
}
