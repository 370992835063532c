using System.Collections.Immutable;
using Bitloom.Data;
using Bitloom.Reporting;

namespace Bitloom.Pipeline;

/// <summary>Forecasts beside the truth, with the band that the errors on the validation part suggest.</summary>
internal static class ForecastReport
{
    /// <summary>The share of the validation errors that a band holds.</summary>
    public const double BandShare = 0.9;

    private const int MostPoints = 300;
    private const int MostSeries = 3;

    /// <param name="predict">The integer model, count x outputs, scaled.</param>
    public static ForecastSection Of(ForecastData data, Func<WindowedDataset, float[]> predict)
    {
        var validation = Forecasts.Of(data, data.Validation, predict);
        var test = Forecasts.Of(data, data.Test, predict);
        return new(
            BandShare,
            [.. Enumerable.Range(0, Math.Min(MostSeries, data.Targets.Length))
                .Select(target => Series(data, target, validation, test))]);
    }

    private static ForecastSeries Series(ForecastData data, int target, Forecasts validation, Forecasts test)
    {
        var (low, high) = Band(validation, target);
        int[] windows = [.. Enumerable.Range(0, test.Count)];
        var inside = windows.Count(window => test.Error(window, target) >= low && test.Error(window, target) <= high);
        int[] shown = [.. windows.Take(MostPoints)];
        ImmutableArray<int> rows = [.. shown.Select(window => data.Test.LastRows[window] + data.Window.Horizon)];
        var times = data.Series[^1].TimeTexts;
        return new(
            data.Targets[target], Rounded.Of(low), Rounded.Of(high), Rounded.Of(inside / (double)Math.Max(1, test.Count)),
            rows,
            [.. shown.Select(window => Rounded.Of(test.Truth(window, target)))],
            [.. shown.Select(window => Rounded.Of(test.Predicted(window, target)))])
        {
            Times = times.IsEmpty ? [] : [.. rows.Select(row => times[row])],
        };
    }

    // Without windows to validate there is nothing that a band could be made of.
    private static (double Low, double High) Band(Forecasts part, int target)
    {
        if (part.Count == 0)
            return (0, 0);
        float[] errors = [.. Enumerable.Range(0, part.Count).Select(window => (float)part.Error(window, target))];
        return (
            AnomalyThreshold.Quantile(errors, (1 - BandShare) / 2),
            AnomalyThreshold.Quantile(errors, (1 + BandShare) / 2));
    }

    /// <summary>Forecasts and truth of a part in target units; only the first step of each window is looked at.</summary>
    private sealed record Forecasts(int Outputs, float[] Forecast, float[] Actual)
    {
        public int Count => Actual.Length / Outputs;

        public static Forecasts Of(ForecastData data, WindowedDataset part, Func<WindowedDataset, float[]> predict) =>
            new(data.Outputs, data.ToTargetUnits(part, predict(part)), data.ToTargetUnits(part, part.Targets));

        public double Truth(int window, int target) => Actual[window * Outputs + target];

        public double Predicted(int window, int target) => Forecast[window * Outputs + target];

        public double Error(int window, int target) => Truth(window, target) - Predicted(window, target);
    }
}
