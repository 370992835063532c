extern alias Library;

using Bitloom.Data;
using Library::Bitloom;

namespace Bitloom.Tests.Library;

public sealed class DatasetTests
{
    private static readonly string Weather = Repository.PathOf("samples", "weather", "seattle-weather.csv");

    [Fact]
    public void Read_GivesTheWindows_OfTheSampleProject()
    {
        var data = Dataset.Read(Weather, WeatherSettings.Of("temp_max", "temp_min", "precipitation", "wind"));

        (data.Data.TrainingWindows.Count, data.Data.ValidationWindows.Count, data.Data.TestWindows.Count)
            .ShouldBe((1011, 207, 207));
        (data.Data.TrainingWindows.Window, data.Data.TrainingWindows.Features).ShouldBe((12, 4));
        data.Naive.ShouldBeInRange(1, 5);
    }

    [Fact]
    public void Read_TellsTheFaultsOfTheFile_AsADiagnostic()
    {
        var fault = Should.Throw<BitloomException>(() => Dataset.Read(Weather, WeatherSettings.Of("temp_mix")));

        fault.Diagnostics.ShouldContain(diagnostic => diagnostic.Found.Contains("temp_mix", StringComparison.Ordinal));
        fault.Message.ShouldContain("remedy:");
        fault.Outcome.ShouldBe(Bitloom.Pipeline.BuildOutcome.UserFault);
    }

    [Fact]
    public void Read_TellsAllFaultsOfTheSettings_ByTheirKeys()
    {
        var settings = WeatherSettings.Of("temp_max") with
        {
            Window = 0,
            Further = new Dictionary<string, string> { ["patches"] = "2" },
        };

        var fault = Should.Throw<BitloomException>(() => Dataset.Read(Weather, settings));

        fault.Diagnostics.Select(diagnostic => diagnostic.Location).ShouldBe(["data.window", "data.patches"]);
    }

    [Fact]
    public void Read_TakesRecordings_OfOtherTasks()
    {
        using var folder = new TemporaryFolder();
        var examples = Enumerable.Range(0, 40)
            .Select(example => (Class: 1 + example % 2, Samples: Enumerable.Range(0, 6).Select(i => i * (example % 2))))
            .Select(example => $"{example.Class}\t{string.Join('\t', example.Samples)}");
        folder.With("some_TRAIN.tsv", string.Join('\n', examples) + "\n");

        var data = Dataset.Read(folder["some_TRAIN.tsv"], new() { Task = LearningTask.Classification });

        data.Data.Task.ShouldBe(LearningTask.Classification);
        (data.Data.TrainingWindows.Window, data.Data.TrainingWindows.Outputs).ShouldBe((6, 2));
        data.Naive.ShouldBe(0.5);
    }

    [Fact]
    public void Read_TakesFurtherKeys_OfTheProjectFile()
    {
        var settings = WeatherSettings.Of("temp_max") with
        {
            Further = new Dictionary<string, string> { ["split.train"] = "0.5", ["split.validation"] = "0.35" },
        };

        Dataset.Read(Weather, settings).Data.TrainingWindows.Count.ShouldBeInRange(700, 730);
    }
}
