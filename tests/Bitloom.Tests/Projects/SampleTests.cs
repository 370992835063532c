using Bitloom.Data;
using Bitloom.Projects;

namespace Bitloom.Tests.Projects;

public sealed class SampleTests
{
    [Fact]
    public void Weather_GivesWindowsOfEveryPart()
    {
        var data = Read("weather");

        (data.Train.Count, data.Validation.Count, data.Test.Count).ShouldBe((1011, 207, 207));
        (data.Train.Window, data.Train.Features, data.Train.Outputs).ShouldBe((12, 4, 1));
        data.Series.ShouldHaveSingleItem().Step.ShouldBe(86400);
        data.NaiveError(data.Test).Rmse.ShouldBeInRange(1, 5);
    }

    [Fact]
    public void Pems_GivesWindowsOfEveryPart_FromTwoFiles()
    {
        RequireSharedData("pems_flow");

        var data = Read("pems");

        data.Series.Select(series => series.Rows).ShouldBe([7776, 4320]);
        data.Series.ShouldAllBe(series => series.Step == 300);
        data.Series.Select(series => series.SegmentCount).ShouldBe([11, 6]);
        data.Test.Count.ShouldBe(4320 - 6 * 12);
    }

    [Fact]
    public void AirQuality_GivesWindowsOfEveryPart_AroundMissingValues()
    {
        RequireSharedData("air_quality_uci");

        var data = Read("air-quality");

        data.Train.Features.ShouldBe(7);
        data.Series.ShouldHaveSingleItem().Step.ShouldBe(3600);
        (data.Train.Count + data.Validation.Count + data.Test.Count).ShouldBeInRange(4000, 5134);
        data.Train.Inputs.ShouldAllBe(value => float.IsFinite(value));
    }

    [Fact]
    public void GunPoint_GivesTheOfficialTestPart()
    {
        RequireSharedData("ucr2018");

        var data = ReadTask("gunpoint");

        data.Task.ShouldBe(LearningTask.Classification);
        (data.TrainingWindows.Window, data.TrainingWindows.Features, data.TrainingWindows.Outputs).ShouldBe((30, 5, 2));
        (data.TrainingWindows.Count + data.ValidationWindows.Count, data.TestWindows.Count).ShouldBe((50, 150));
    }

    [Fact]
    public void Skab_LearnsWhatIsNormal_AndIsJudgedByLabels()
    {
        RequireSharedData("skab");

        var data = ReadTask("skab").ShouldBeOfType<AnomalyData>();

        data.Features.Length.ShouldBe(8);
        data.Train.Count.ShouldBeInRange(8000, 11000);
        data.Test.Labels.Count(label => label).ShouldBeInRange(9000, 14000);
        data.Train.Windows.Inputs.ShouldAllBe(value => float.IsFinite(value));
    }

    private static ITaskData ReadTask(string sample)
    {
        var project = ProjectReader.Read(Repository.PathOf("samples", sample));
        project.Ok.ShouldBeTrue(string.Join('\n', project.Diagnostics));
        var data = TaskDataReader.Read(project.Value.Data);
        data.Ok.ShouldBeTrue(string.Join('\n', data.Diagnostics));
        return data.Value;
    }

    private static ForecastData Read(string sample)
    {
        var project = ProjectReader.Read(Repository.PathOf("samples", sample));
        project.Ok.ShouldBeTrue(string.Join('\n', project.Diagnostics));
        var data = ForecastDataReader.Read(project.Value.Data.ShouldBeOfType<DataOptions>());
        data.Ok.ShouldBeTrue(string.Join('\n', data.Diagnostics));
        return data.Value;
    }

    private static void RequireSharedData(string folder)
    {
        var path = Repository.PathOf("..", "shared", "data", folder);
        var required = string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.Ordinal);
        Assert.SkipUnless(Directory.Exists(path) || required,
            $"the public data set '{folder}' is not beside the repository");
    }
}
