using Bitloom.Diagnostics;

namespace Bitloom.Data;

/// <summary>
/// Anomaly scores that need no model: root mean squares over the outputs, in deviations of the training part.
/// </summary>
public static class AnomalyBaselines
{
    /// <summary>How far each predicted row is from the training part's mean (Shewhart's control chart, 1931).</summary>
    public static float[] ZScore(AnomalyPart part) =>
        AnomalyData.Scores(part, new float[part.Windows.Targets.Length]);

    /// <summary>How far each predicted row is from the last known one.</summary>
    public static float[] LastValueResidual(AnomalyPart part)
    {
        var windows = part.Windows;
        var predicted = new float[windows.Targets.Length];
        for (var i = 0; i < predicted.Length; i++)
            predicted[i] = windows.Input(i / windows.Outputs)[^(windows.Features - i % windows.Features)];
        return AnomalyData.Scores(part, predicted);
    }

    /// <summary>How far each predicted row is from that a season ago, or, where that is missing or before a gap, from
    /// the last known one.</summary>
    public static float[] SeasonalResidual(AnomalyData data, AnomalyPart part, int period)
    {
        if (period < 1)
            throw new CompilerBugException("baseline", $"a period of {period}");
        var columns = data.Features.Length;
        var outputs = part.Windows.Outputs;
        var predicted = new float[part.Windows.Targets.Length];
        for (var r = 0; r < part.Sources.Count; r++)
        {
            var series = part.Sources[r].Series;
            for (var i = part.Bounds[r].Start * outputs; i < part.Bounds[r].End * outputs; i++)
            {
                var last = part.Windows.LastRows[i / outputs];
                var ahead = data.Window.Horizon + i % outputs / columns;
                var row = SeasonalNaive.RowBefore(series, last, ahead, period) ?? last;
                predicted[i] = data.Scaler.Scale(series[row, i % columns], i % columns);
            }
        }

        return AnomalyData.Scores(part, predicted);
    }
}
