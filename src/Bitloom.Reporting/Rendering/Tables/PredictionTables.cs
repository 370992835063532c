using System.Collections.Immutable;

namespace Bitloom.Reporting;

/// <summary>What the charts of predictions show, as numbers.</summary>
internal static class PredictionTables
{
    public static IEnumerable<ReportTable> Forecasts(ForecastSection forecast) =>
        forecast.Series.Select(series => new ReportTable(
            $"Forecasts of {series.Target}",
            [
                series.Times.IsEmpty ? new("row", Numeric: true) : new("time"),
                new("truth", Numeric: true), new("forecast", Numeric: true),
                new("band from", Numeric: true), new("to", Numeric: true),
            ],
            [.. Enumerable.Range(0, series.Rows.Length).Select(point => Row(series, point))]));

    public static ReportTable Classes(ClassificationSection classification) => new(
        "Scores of each class",
        [
            new("class"), new("windows", Numeric: true), new("precision", Numeric: true), new("recall", Numeric: true),
            new("F1", Numeric: true),
        ],
        [.. classification.Classes.Select(entry => ImmutableArray.Create(
            entry.Name, NumberText.Count(entry.Windows), NumberText.Percent(entry.Precision),
            NumberText.Percent(entry.Recall), NumberText.Percent(entry.F1)))]);

    public static ReportTable Confusion(ClassificationSection classification) => new(
        "Confusion matrix",
        [
            new("true class"),
            .. classification.Classes.Select(entry => new ReportColumn($"taken for {entry.Name}", Numeric: true)),
        ],
        [.. classification.Confusion.Zip(classification.Classes, (counts, entry) =>
            counts.Select(count => NumberText.Count(count)).Prepend(entry.Name).ToImmutableArray())]);

    public static ReportTable Scores(DetectionSection detection) => new(
        "Anomaly scores",
        [new("windows"), new("greatest score", Numeric: true), new("alarm"), new("labeled")],
        [.. detection.Scores.Select((score, point) => ImmutableArray.Create(
            $"{NumberText.Count((long)point * detection.WindowsPerPoint)} to "
                + NumberText.Count((point + 1L) * detection.WindowsPerPoint - 1),
            NumberText.Number(score), score > detection.Threshold ? "alarm" : "",
            detection.Labeled.Any(range => range.Start <= point && point < range.End) ? "anomaly" : ""))]);

    private static ImmutableArray<string> Row(ForecastSeries series, int point) =>
    [
        series.Times.IsEmpty ? NumberText.Count(series.Rows[point]) : series.Times[point],
        NumberText.Number(series.Truth[point]),
        NumberText.Number(series.Forecast[point]), NumberText.Number(series.Forecast[point] + series.BandLow),
        NumberText.Number(series.Forecast[point] + series.BandHigh),
    ];
}
