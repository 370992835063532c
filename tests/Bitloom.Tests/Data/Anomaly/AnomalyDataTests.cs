using System.Globalization;
using Bitloom.Data;
using Bitloom.Tests.Data.Recordings;

namespace Bitloom.Tests.Data.Anomaly;

public sealed class AnomalyDataTests
{
    [Fact]
    public void Windows_NeverCrossFromOneRecordingIntoAnother()
    {
        using var folder = new TemporaryFolder().With("n.csv", Rows(10)).With("a.csv", Rows(6)).With("b.csv", Rows(5));

        var data = Value(Options(folder) with { Test = ["a.csv", "b.csv"], Split = new(0.5, 0.5, 0) });

        data.Train.Windows.LastRows.ShouldBe([1, 2, 3]);
        data.Validation.Windows.LastRows.ShouldBe([6, 7, 8]);
        data.Test.Bounds.ShouldBe([new RowRange(0, 4), new RowRange(4, 7)]);
        data.Test.Windows.LastRows.ShouldBe([1, 2, 3, 4, 1, 2, 3]);
    }

    [Fact]
    public void Labels_AreThoseOfThePredictedRow()
    {
        using var folder = new TemporaryFolder().With("n.csv", Rows(9)).With("a.csv", Rows(8, 3, 4));

        var data = Value(Options(folder) with { Test = ["a.csv"], Split = new(0.5, 0.5, 0) });

        data.Test.Labels.ShouldBe([false, true, true, false, false, false]);
        data.Test.Windows.Targets.Length.ShouldBe(6);
    }

    [Fact]
    public void AnomalousRows_AreNotLearntFrom_NorScaledBy()
    {
        using var folder = new TemporaryFolder().With("n.csv", Rows(20, 5)).With("v.csv", Rows(6))
            .With("a.csv", Rows(6));

        var data = Value(Options(folder) with { Validation = ["v.csv"], Test = ["a.csv"] });

        data.Train.Windows.LastRows.ShouldBe([1, 2, 3, .. Enumerable.Range(7, 12)]);
        data.Scalers.All.Mean[0].ShouldBe((190 - 5) / 19.0, 1e-12);
        data.Train.Labels.ShouldAllBe(label => !label);
    }

    [Fact]
    public void EachRecording_IsDividedByTime_WithoutATestOfItsOwn()
    {
        using var folder = new TemporaryFolder().With("n.csv", Rows(20));

        var data = Value(Options(folder) with { Split = new(0.5, 0.25, 0.25) });

        data.Train.Windows.LastRows.ShouldBe(Enumerable.Range(1, 8));
        data.Validation.Windows.LastRows.ShouldBe(Enumerable.Range(11, 3));
        data.Test.Windows.LastRows.ShouldBe(Enumerable.Range(16, 3));
        data.Test.IsLabeled.ShouldBeTrue();
    }

    [Fact]
    public void TestRecordings_HaveTheColumnsOfTheTrainingRecordings()
    {
        using var folder = new TemporaryFolder()
            .With("n.csv", "x,y\n" + string.Concat(Enumerable.Repeat("1,2\n2,1\n", 9)))
            .With("a.csv", "y,changepoint,x,anomaly\n" + string.Concat(Enumerable.Repeat("7,0,8,0\n", 4)));

        var data = Value(Options(folder) with { Test = ["a.csv"], Split = new(0.5, 0.5, 0) });

        data.Features.ShouldBe(["x", "y"]);
        data.Test.Sources[0].Series.Values.Take(2).ShouldBe([8, 7]);
    }

    [Fact]
    public void Scores_AreRootMeanSquares_OverTheColumns()
    {
        var windows = new WindowedDataset(1, 2, 2, new float[4], [1, 2, 0, 0], [], [0, 1]);
        var part = new AnomalyPart(windows, [false, false], [new(0, 2)], []);

        AnomalyData.Scores(part, [4, 6, 0, 2]).ShouldBe([(float)Math.Sqrt(12.5), (float)Math.Sqrt(2)]);
    }

    /// <summary>Column x is the row's number; the given rows are anomalous.</summary>
    internal static string Rows(int count, params int[] anomalous) => "x,anomaly\n" + string.Concat(
        Enumerable.Range(0, count).Select(row => string.Create(
            CultureInfo.InvariantCulture, $"{row},{(anomalous.Contains(row) ? 1 : 0)}\n")));

    internal static AnomalyOptions Options(TemporaryFolder folder) => new()
    {
        Reading = Recorded.Options(folder) with { AnomalyColumn = "anomaly" },
        Train = ["n.csv"],
        Window = new WindowSpec(2),
    };

    private static AnomalyData Value(AnomalyOptions options)
    {
        var result = AnomalyDataReader.Read(options);
        return result.Value.ShouldNotBeNull(Recorded.Messages(result));
    }
}
