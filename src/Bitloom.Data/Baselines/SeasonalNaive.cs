using Bitloom.Diagnostics;

namespace Bitloom.Data;

/// <summary>Forecasts by what was a season ago.</summary>
public static class SeasonalNaive
{
    /// <summary>
    /// The forecast of a part (count x outputs, in target units): each target's value a whole number of periods before,
    /// the least that is known at the window's end; where that row is missing or before a gap, the last known value.
    /// </summary>
    /// <param name="series">The series that the part was cut from.</param>
    public static float[] Forecast(ForecastData data, WindowedDataset part, TimeSeries series, int period)
    {
        if (period < 1)
            throw new CompilerBugException("baseline", $"a period of {period}");
        var forecast = data.NaiveForecast(part);
        var places = data.Targets.Select(series.IndexOf).ToArray();
        for (var i = 0; i < forecast.Length; i++)
        {
            var last = part.LastRows[i / data.Outputs];
            var step = i % data.Outputs / places.Length;
            if (RowBefore(series, last, data.Window.Horizon + step, period) is { } row)
                forecast[i] = (float)series[row, places[i % places.Length]];
        }

        return forecast;
    }

    /// <summary>The period of the first target in the training rows, by autocorrelation.</summary>
    public static int? PeriodOf(ForecastData data, int longest)
    {
        var series = data.Series[0];
        var place = series.IndexOf(data.Targets[0]);
        double[] train = [.. Enumerable.Range(0, data.Train.LastRows[^1] + 1).Select(row => series[row, place])];
        return SeasonalPeriod.Find(train, longest);
    }

    /// <summary>The row, at most the last one, that is whole periods before the row ahead of it.</summary>
    internal static int? RowBefore(TimeSeries series, int last, int ahead, int period)
    {
        var periods = (ahead + period - 1) / period;
        var row = last + ahead - periods * period;
        return row >= 0 && series.Segments[row] >= 0 && series.Segments[row] == series.Segments[last] ? row : null;
    }
}
