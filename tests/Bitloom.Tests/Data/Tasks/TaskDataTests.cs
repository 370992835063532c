using Bitloom.Data;

namespace Bitloom.Tests.Data.Tasks;

public sealed class TaskDataTests
{
    private const string Ucr = """
        1	0	0	0	1
        1	0	0	0	2
        1	0	0	0	3
        2	1	1	1	0
        2	1	1	1	9
        2	1	1	1	8

        """;

    [Fact]
    public void Classification_IsJudgedByItsGreatestOutput()
    {
        var data = Classification();
        float[] Wrong(WindowedDataset part) => [.. part.Targets.Select((target, i) => i < 2 ? 1 - target : 3 * target)];

        var score = data.Score(Wrong);

        (data.Metric, data.HigherIsBetter, data.Task).ShouldBe(("accuracy", true, LearningTask.Classification));
        score.ShouldBe(5 / 6.0, 1e-9);
        data.Score(part => part.Targets).ShouldBe(1);
        data.Score([3, 2, 2, 3], [1, 0, 1, 0]).ShouldBe(0.5);
        data.Details(Wrong).Select(detail => detail.Name).ShouldBe(["balanced accuracy", "macro F1"]);
        data.Details(Wrong)[0].Value.ShouldBe((2 / 3.0 + 1) / 2, 1e-9);
    }

    [Fact]
    public void Classification_KnowsWhatItTakesWithoutAModel()
    {
        var baselines = Classification().Baselines();

        baselines.Select(baseline => baseline.Name)
            .ShouldBe(["most frequent class", "ridge regression", "nearest neighbor"]);
        baselines[0].Value.ShouldBe(0.5);
        // One example is in the validation part, and its neighbor in the training part is of the other class.
        baselines[2].Value.ShouldBe(5 / 6.0, 1e-9);
    }

    [Fact]
    public void Forecasts_AreJudgedInTheTargetsOwnUnit()
    {
        using var folder = new TemporaryFolder().With("a.csv", Lines("x", i => $"{10 * (i % 4)}"));
        var data = TaskDataReader.Read(new DataOptions
        {
            Directory = folder.Path,
            File = "a.csv",
            Features = ["x"],
            Targets = ["x"],
            Window = new WindowSpec(4),
        }).Value.ShouldNotBeNull();

        var baselines = data.Baselines();

        (data.Metric, data.HigherIsBetter, data.Predicted.Single()).ShouldBe(("RMSE", false, "x"));
        data.Score(part => part.Targets).ShouldBe(0);
        data.Score([1f], [0f]).ShouldNotBeNull().ShouldBe(Math.Sqrt(125), 0.2);
        baselines.Select(baseline => baseline.Name).ShouldBe(["last value", "value 4 rows ago", "ridge regression"]);
        baselines[1].Value.ShouldBe(0, 1e-4);
        data.Details(part => part.Targets).ShouldContain(new NamedScore("R2", 1));
    }

    [Fact]
    public void Anomalies_AreWhatTheThresholdOfTheValidationPartFinds()
    {
        static string Row(int i) => i is 170 or 190 ? "50,1" : $"{i % 2},0";
        using var folder = new TemporaryFolder().With("a.csv", Lines("x,anomaly", Row));
        var data = TaskDataReader.Read(new AnomalyOptions
        {
            Reading = new RecordingOptions { Directory = folder.Path, AnomalyColumn = "anomaly" },
            Train = ["a.csv"],
            Split = new SplitFractions(0.6, 0.3, 0.1),
            Window = new WindowSpec(2),
            Decision = new AnomalyDecision(Threshold: ThresholdRule.Labels),
        }).Value.ShouldNotBeNull();

        var normal = data.TrainingWindows.Targets.Max();
        float[] Predict(WindowedDataset part) => [.. part.Targets.Select(target => Math.Min(target, normal))];

        data.Score(Predict).ShouldBe(1);
        data.Score(part => new float[part.Targets.Length]).ShouldBe(1);
        data.Score([0f], [1f]).ShouldBeNull();
        data.Baselines()[0].Value.ShouldBeInRange(0.05, 0.2);
        data.Details(Predict).ShouldContain(new NamedScore("range-based F1", 1));
    }

    [Theory]
    [InlineData(1, ThresholdRule.Automatic, 1000)]
    [InlineData(1, ThresholdRule.Labels, 98)]
    [InlineData(5, ThresholdRule.Automatic, 94)]
    [InlineData(5, ThresholdRule.Quantile, 1000)]
    public void Detector_ChoosesByLabels_WhereEnoughOfThemSayAnomalous(int anomalous, ThresholdRule rule, float threshold)
    {
        var windows = new WindowedDataset(1, 1, 1, new float[100], new float[100], [], new int[100]);
        bool[] labels = [.. Enumerable.Range(0, 100).Select(i => i > 99 - anomalous)];
        var validation = new AnomalyPart(windows, labels, [new(0, 100)], []);
        // The highest scores are the anomalies, but for that of the first window, which is normal.
        float[] scores = [1000, .. Enumerable.Range(1, 99).Select(i => (float)i)];

        AnomalyDetector.Choose(validation, scores, new AnomalyDecision(1, 1, rule)).Threshold.ShouldBe(threshold, 0.9f);
    }

    [Fact]
    public void Detector_TakesTheQuantile_WhereNothingIsLabeled()
    {
        using var folder = new TemporaryFolder().With("a.csv", Lines("x", i => $"{i % 5}"))
            .With("b.csv", Lines("x,anomaly", i => $"{i % 5},{i / 199}"));
        var data = (AnomalyData)TaskDataReader.Read(new AnomalyOptions
        {
            Reading = new RecordingOptions { Directory = folder.Path, AnomalyColumn = "anomaly", Features = ["x"] },
            Train = ["a.csv"],
            Test = ["b.csv"],
            Window = new WindowSpec(3),
        }).Value.ShouldNotBeNull();
        float[] scores = [.. Enumerable.Range(0, data.Validation.Count).Select(i => (float)i)];

        var detector = AnomalyDetector.Choose(data.Validation, scores, new AnomalyDecision(1, 1));

        detector.ShouldBe(new AnomalyDetector(1, data.Validation.Count - 1));
        AnomalyDetector.Choose(data.Validation, scores, new AnomalyDecision()).Width
            .ShouldBe(AnomalyDecision.UsualSmoothing);
    }

    private static ITaskData Classification()
    {
        using var folder = new TemporaryFolder().With("a.tsv", Ucr).With("b.tsv", Ucr);
        return TaskDataReader.Read(new ClassificationOptions
        {
            Reading = new RecordingOptions { Directory = folder.Path },
            Train = "a.tsv",
            Test = "b.tsv",
            Split = new SplitFractions(0.7, 0.3, 0),
        }).Value.ShouldNotBeNull();
    }

    private static string Lines(string header, Func<int, string> row) =>
        string.Join('\n', [header, .. Enumerable.Range(0, 200).Select(row), ""]);
}
