using Bitloom.Data;
using Bitloom.Tests.Data.Recordings;

namespace Bitloom.Tests.Data;

/// <summary>What the readers make of the public data sets, as they are.</summary>
public sealed class SharedDataTests
{
    [Fact]
    public void EveryFileThatAReaderClaims_GivesDataOrFindings()
    {
        var root = SharedData.Require(".");
        string[] files = [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, path)).Where(file => DataFormats.OfFile(file) is not null)];

        var results = files
            .Select(file => (file, result: RecordingReader.Read(new() { Directory = root }, file))).ToArray();

        files.Length.ShouldBeGreaterThan(100);
        results.Where(r => !r.result.Ok && r.result.Diagnostics.Count == 0).ShouldBeEmpty();
        results.Where(r => !r.result.Ok).Select(r => Path.GetFileName(r.file)).Order(StringComparer.Ordinal).ShouldBe(
        [
            "cifar10_test_1000.bin.gz", "cifar10_train_5000.bin.gz", "dataset4.csv", "digits.csv.gz",
            "t10k-labels-idx1-ubyte.gz", "wine_data.csv",
        ]);
    }

    [Fact]
    public void BasicMotions_HasFourClassesOfSixChannels()
    {
        var data = ClassificationDataReader.Read(new()
        {
            Reading = new() { Directory = SharedData.Require("uea_basic_motions") },
            Train = "BasicMotions_TRAIN.ts",
            Test = "BasicMotions_TEST.ts",
            Split = new(0.8, 0.2, 0),
            Patch = 4,
        }).Value.ShouldNotBeNull();

        data.Classes.ShouldBe(["Standing", "Running", "Walking", "Badminton"]);
        (data.Window, data.Features).ShouldBe((25, 24));
        (data.Train.Count, data.Validation.Count, data.Test.Count).ShouldBe((32, 8, 40));
    }

    [Fact]
    public void GunPoint_BecomesThirtyTokensOfFiveFeatures()
    {
        var data = ClassificationDataReader.Read(new()
        {
            Reading = new() { Directory = SharedData.Require("ucr2018") },
            Train = "GunPoint/GunPoint_TRAIN.tsv",
            Test = "GunPoint/GunPoint_TEST.tsv",
            Split = new(0.8, 0.2, 0),
            Patch = 5,
        }).Value.ShouldNotBeNull();

        (data.Window, data.Features, data.Test.Count).ShouldBe((30, 5, 150));
    }

    [Fact]
    public void ActivityRecordings_AreDividedByRecording()
    {
        var options = Activities(exclude: ["bending2/dataset4.csv"]);

        var result = ClassificationDataReader.Read(options);

        var data = result.Value.ShouldNotBeNull(Recorded.Messages(result));
        data.Classes.ShouldBe(["bending1", "bending2", "cycling", "lying", "sitting", "standing", "walking"]);
        (data.Train.Sources.Count + data.Validation.Sources.Count + data.Test.Sources.Count).ShouldBe(87);
        data.Train.Count.ShouldBeInRange(data.Train.Sources.Count * 10 - 5, data.Train.Sources.Count * 10);
        (data.Window, data.Features).ShouldBe((48, 6));
    }

    [Fact]
    public void ActivityRecordingOfAnotherDialect_IsReported()
    {
        var result = ClassificationDataReader.Read(Activities(exclude: []));

        result.Ok.ShouldBeFalse();
        result.Diagnostics.ShouldAllBe(d => d.Location.StartsWith("./bending2/dataset4.csv", StringComparison.Ordinal)
            || d.Location.Length == 0);
    }

    [Fact]
    public void Handwriting_IsASeriesOfRows()
    {
        var root = SharedData.Require("mnist_test");

        var set = RecordingReader.Read(new() { Directory = root }, "t10k-images-idx3-ubyte.gz",
            "t10k-labels-idx1-ubyte.gz").Value.ShouldNotBeNull();

        set.Recordings.Length.ShouldBe(10_000);
        set.Classes.ShouldBe(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]);
        (set.Channels.Length, set.Recordings[0].Series.Rows, set.Recordings[0].Class).ShouldBe((28, 28, "7"));
    }

    [Fact]
    public void Valves_AreLearntWithoutAnomalies_AndTestedByRecording()
    {
        var result = AnomalyDataReader.Read(new()
        {
            Reading = new()
            {
                Directory = SharedData.Require("skab/data"),
                Time = ["datetime"],
                AnomalyColumn = "anomaly",
                BreakAtGaps = false,
            },
            Train = ["anomaly-free"],
            Test = ["valve1", "valve2", "other"],
            Split = new(0.8, 0.2, 0),
            Window = new WindowSpec(32),
        });

        var data = result.Value.ShouldNotBeNull(Recorded.Messages(result));
        data.Features.Length.ShouldBe(8);
        data.Test.Sources.Count.ShouldBe(34);
        data.Test.Bounds[^1].End.ShouldBe(data.Test.Count);
        data.Test.Labels.Count(label => label).ShouldBeInRange(10_000, 14_000);
        AnomalyBaselines.ZScore(data.Test).ShouldAllBe(score => float.IsFinite(score));
    }

    [Fact]
    public void TaxiPassengers_HaveTheAnomaliesOfTheBenchmark()
    {
        var result = AnomalyDataReader.Read(new()
        {
            Reading = new()
            {
                Directory = SharedData.Require("nab"),
                Time = ["timestamp"],
                AnomalyWindows = "labels/combined_windows.json",
            },
            Train = ["data/realKnownCause/nyc_taxi.csv"],
            Split = new(0.3, 0.2, 0.5),
            Window = new WindowSpec(48),
        });

        var data = result.Value.ShouldNotBeNull(Recorded.Messages(result));
        data.Test.Sources[0].Anomalies!.Count(anomalous => anomalous).ShouldBe(1035);
        DetectionMetrics.EventWise(data.Test.Labels, data.Test.Labels, data.Test.Bounds).F1.ShouldBe(1);
        SeasonalPeriod.Find(data.Train.Sources[0].Series.Values.AsSpan(0, 3000), 400).ShouldBe(336);
    }

    private static ClassificationOptions Activities(string[] exclude) => new()
    {
        Reading = new()
        {
            Directory = SharedData.Require("arem_har"),
            Features = ["avg_rss12", "var_rss12", "avg_rss13", "var_rss13", "avg_rss23", "var_rss23"],
            Exclude = [.. exclude],
        },
        Train = ".",
        Window = 48,
    };
}
