using System.Collections.Immutable;

namespace Bitloom.Faults;

/// <summary>From recordings to windows, and the numbers that judge what is made of them.</summary>
internal static class DataFaults
{
    private const string Data = "src/Bitloom.Data/";

    public static ImmutableArray<Fault> All { get; } =
    [
        new("Fortran order taken for C order", Data + "Arrays/ArrayPayload.cs",
            "header.Fortran ? ToCOrder(values, header.Shape) : [.. values]", "[.. values]", "NpyReaderTests"),
        new("big-endian arrays read as little-endian", Data + "Arrays/NpyHeader.cs",
            "type[1] == '>'", "type[1] == '<'", "NpyReaderTests"),
        new("bytes after an array ignored", Data + "Arrays/ArrayPayload.cs",
            "stream.ReadByte() >= 0", "stream.ReadByte() > 255", "ArrayDiagnosticTests"),
        new("channels one after the other", Data + "Sktime/SktimeExampleParser.cs",
            "Enumerable.Range(0, each[0].Count).SelectMany(sample => each.Select(one => one[sample]))",
            "each.SelectMany(one => one)", "SktimeReaderTests"),
        new("last time of an anomaly left out", Data + "Nab/AnomalyWindows.cs",
            "time <= windows[last].To", "time < windows[last].To", "CsvRecordingTests"),
        new("scaler of classes fitted on the test part", Data + "Classification/ClassificationDataReader.cs",
            "RecordingValues.Measured(split.Train, place)", "RecordingValues.Measured(split.Test, place)",
            "ClassificationDataTests"),
        new("split not shuffled", Data + "Classification/StratifiedSplit.cs",
            "random.Shuffle(shuffled);", "", "ClassificationDataTests"),
        new("stride ignored", Data + "Windows/WindowBuilder.cs",
            "% Stride == 0", "% 1 == 0", "ClassificationDataTests"),
        new("anomalies learnt from", Data + "Anomaly/NormalRows.cs",
            "series.Segments[row] < 0 || anomalies[row]", "series.Segments[row] < 0", "AnomalyDataTests"),
        new("scaled by anomalies", Data + "Anomaly/NormalRows.cs",
            "known && !anomalous", "known", "AnomalyDataTests"),
        new("label of the last input row", Data + "Anomaly/AnomalyWindowBuilder.cs",
            "last + rules.Window.Horizon", "last", "AnomalyDataTests"),
        new("targets not counted from the last value", Data + "Windows/WindowBuilder.cs",
            "options.IsRelative(t) ? series[last, places[t]] : 0", "0", "WindowReferenceTests"),
        new("reference where it leaves more", Data + "Windows/WindowScalers.cs",
            "Mean(left, targets) >= 1", "Mean(left, targets) < 1", "WindowReferenceTests"),
        new("forecast without its reference", Data + "ForecastData.cs",
            "if (RelativeTargets[target])", "if (false)", "WindowReferenceTests"),
        new("one scaler for all recordings", Data + "Anomaly/AnomalyScalers.cs",
            "Each.IsEmpty ? All : Each[recording]", "All", "AnomalyScalingTests"),
        new("quantile of labeled anomalies", Data + "Tasks/AnomalyDetector.cs",
            "!validation.Labels[window]", "true", "TaskDataTests"),
        new("smoothing runs into the next recording", Data + "Metrics/ScoreSmoothing.cs",
            "Math.Max(bound.Start, i - width + 1)", "Math.Max(0, i - width + 1)", "ScoreTests"),
        new("cardinality left out", Data + "Metrics/DetectionRanges.cs",
            "points / range.Count / touching", "points / range.Count", "DetectionMetricsTests"),
        new("false alarms counted as points", Data + "Metrics/DetectionMetrics.cs",
            "wrong += anomalies[range.Start..range.End].Contains(true) ? 0 : 1;",
            "wrong += anomalies[range.Start..range.End].Contains(true) ? 0 : range.Count + 1;",
            "DetectionMetricsTests"),
        new("absent classes counted", Data + "Metrics/ConfusionMatrix.cs",
            "Range.Where(c => Actual(c) > 0).Select(Recall)", "Range.Select(Recall)", "ConfusionMatrixTests"),
        new("season looks behind the window", Data + "Baselines/SeasonalNaive.cs",
            "var periods = (ahead + period - 1) / period;", "var periods = 1;", "ForecastBaselineTests"),
        new("last neighbor among equals", Data + "Baselines/NearestNeighbor.cs",
            "if (distance < least)", "if (distance <= least)", "ClassificationBaselineTests"),
    ];
}
