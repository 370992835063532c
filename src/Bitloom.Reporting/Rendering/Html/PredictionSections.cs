namespace Bitloom.Reporting;

/// <summary>What the accelerator predicts, by task.</summary>
internal static class PredictionSections
{
    public static PageSection Of(ForecastSection forecast) => new(
        "prediction", "Forecast",
        "The integer model against the truth on the test split. The band holds "
            + $"{NumberText.Number(100 * forecast.BandShare)} % of the errors on the validation split; on the test split it holds "
            + string.Join(", ", forecast.Series.Select(series => Covered(series, forecast.Series.Length))) + ".",
        [.. forecast.Series.Select((series, index) => new PageChart(
            "forecast",
            $"Lines: {series.Target} and its forecast over {NumberText.Count(series.Rows.Length)} rows of the test split.",
            index.ToString(System.Globalization.CultureInfo.InvariantCulture),
            forecast.Series.Length > 1 ? series.Target : null))],
        [],
        [.. PredictionTables.Forecasts(forecast)]);

    public static PageSection Of(ClassificationSection classification) => new(
        "prediction", "Classes",
        "What the integer model takes the windows of the test split for.",
        [
            new("confusion", "Heat map: windows by true class and the class they were taken for.", null, "Confusion"),
            new("scores", "Bars: precision, recall and F1 of each class.", null, "Scores of each class"),
        ],
        [],
        [PredictionTables.Confusion(classification), PredictionTables.Classes(classification)]);

    public static PageSection Of(DetectionSection detection)
    {
        var alarms = detection.Scores.Count(score => score > detection.Threshold);
        return new(
            "prediction", "Anomalies",
            $"The score of the integer model over the test split, the mean of {NumberText.Count(detection.Smoothing)}; "
                + $"each point is the greatest of {NumberText.Count(detection.WindowsPerPoint)} windows. "
                + $"{NumberText.Count(alarms)} of {NumberText.Count(detection.Scores.Length)} points are over the "
                + $"threshold of {NumberText.Number(detection.Threshold)}.",
            [new("detection", "Line: the anomaly score, its threshold, and the ranges labeled as anomalies.")],
            [],
            [PredictionTables.Scores(detection)]);
    }

    private static string Covered(ForecastSeries series, int all) =>
        NumberText.Percent(series.Covered) + (all > 1 ? $" of {series.Target}" : "");
}
