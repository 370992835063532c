using Bitloom.Data;
using Bitloom.Pipeline;
using Bitloom.Reporting;

namespace Bitloom.Tests.Pipeline;

/// <summary>What the report shows of predictions, from data small enough to follow by hand.</summary>
public sealed class PredictionReportTests
{
    private static readonly StandardScaler Tenfold = new([0], [10]);

    [Fact]
    public void Forecast_HasABandOfTheValidationErrors_InTargetUnits()
    {
        // Validation truths 0 .. 100 in target units, forecast as 50: errors -50 .. 50.
        var validation = Part([.. Enumerable.Range(0, 101).Select(i => i / 10f)]);
        var test = Part([0, 1, 9.6f, 9.4f]);

        string[] times = ["Mon", "Tue", "Wed", "Thu", "Fri"];

        var section = ForecastReport.Of(
            Forecasts(validation, test, times), part => [.. part.Targets.Select(_ => 5f)]);

        var series = section.Series.ShouldHaveSingleItem();
        (series.BandLow, series.BandHigh).ShouldBe((-45, 45));
        series.Covered.ShouldBe(0.5);
        series.Rows.ShouldBe([1, 2, 3, 4]);
        series.Times.ShouldBe(times[1..]);
        series.Truth.ShouldBe([0, 10, 96, 94]);
        series.Forecast.ShouldBe([50, 50, 50, 50]);
    }

    [Fact]
    public void Forecast_IsBounded_AndStillCountsAllWindows()
    {
        var test = Part([.. Enumerable.Range(0, 1000).Select(i => i < 500 ? 5f : 50f)]);

        var section = ForecastReport.Of(Forecasts(Part([5, 5]), test), part => [.. part.Targets.Select(_ => 5f)]);

        section.Series[0].Rows.Length.ShouldBe(300);
        section.Series[0].Covered.ShouldBe(0.5);
        section.Series[0].Times.ShouldBeEmpty();
    }

    [Fact]
    public void Classification_CountsWhatWasTakenForWhat()
    {
        var windows = new WindowedDataset(1, 1, 2, new float[4], new float[8], [], new int[4]);
        var part = new ClassificationPart(windows, [0, 0, 0, 1], new int[4], []);
        var data = new ClassificationData(["a", "b"], ["x"], 1, part, part, part, Tenfold);

        var section = ClassificationReport.Of(data, [1, 0, 1, 0, 0, 1, 0, 1]);

        section.Confusion.Select(row => row.AsEnumerable()).ShouldBe([[2, 1], [0, 1]]);
        section.Classes.ShouldBe(
            [new ClassEntry("a", 3, 1, 0.666667, 0.8), new ClassEntry("b", 1, 0.5, 1, 0.666667)]);
    }

    [Fact]
    public void Detection_KeepsTheGreatestScoreOfEachPoint_AndWhereLabelsAre()
    {
        var labels = Enumerable.Range(0, 1201).Select(i => i is >= 30 and < 60 or 1200).ToArray();
        var scores = Enumerable.Range(0, 1201).Select(i => (float)(i % 3)).ToArray();
        var data = new AnomalyData(
            ["x"], Anomalies([], []), Anomalies([1, 2, 3, 4, 5], [false, true, true, true, true]),
            Anomalies(scores, labels), AnomalyMethod.Forecast, new AnomalyScalers(Tenfold, []))
        {
            Decision = new AnomalyDecision(Smoothing: 1),
        };

        var section = DetectionReport.Of(data, part => new float[part.Count]);

        (section.Threshold, section.Smoothing, section.WindowsPerPoint).ShouldBe((1, 1, 3));
        section.Scores.Length.ShouldBe(401);
        section.Scores.Take(400).ShouldAllBe(score => score.Equals(2));
        section.Labeled.ShouldBe([new PointRange(10, 20), new PointRange(400, 401)]);
    }

    private static ForecastData Forecasts(WindowedDataset validation, WindowedDataset test, params string[] times) =>
        new([new TimeSeries("x", ["x"], [], 0, [], []) { TimeTexts = [.. times] }], ["x"], ["x"],
            new WindowSpec(1), validation, validation, test, Tenfold, Tenfold)
        {
            StandardTargets = Tenfold,
            RelativeTargets = [false],
        };

    private static WindowedDataset Part(float[] targets) =>
        new(1, 1, 1, new float[targets.Length], targets, targets, [.. Enumerable.Range(0, targets.Length)]);

    // Nothing is forecast, so that a target is its own score.
    private static AnomalyPart Anomalies(float[] targets, bool[] labels) => new(
        Part(targets), labels, [new RowRange(0, targets.Length)],
        [new Recording(new TimeSeries("x", ["x"], [], 0, [], []), Anomalies: labels)]);
}
