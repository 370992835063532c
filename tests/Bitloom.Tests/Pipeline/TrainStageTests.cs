using Bitloom.Data;
using Bitloom.Pipeline;
using Bitloom.Projects;
using Bitloom.Tests.Resume;

namespace Bitloom.Tests.Pipeline;

public sealed class TrainStageTests
{
    private const string Text = """
        name: runs
        data: {file: a.csv, features: [x], targets: [x], window: 4}
        model: {dimension: 4, feedForwardRatio: 1}
        training: {epochs: 3, quantizedEpochs: 2, batch: 32, seed: 5}

        """;

    [Fact]
    public async Task Run_TrainsOneSeed_WithoutAFolderOfItsOwn()
    {
        using var folder = Folder();

        var trained = await TrainAsync(folder, runs: 1);

        trained.Runs.ShouldHaveSingleItem().Run.ShouldBe(new TrainingRun(5));
        Directory.Exists(Path.Combine(folder.Path, "out", "runs")).ShouldBeFalse();
        File.Exists(Path.Combine(folder.Path, "out", "quantized.json")).ShouldBeTrue();
    }

    [Fact]
    public async Task Run_ChoosesOfSeveralSeedsByTheValidationLoss()
    {
        using var folder = Folder();

        var trained = await TrainAsync(folder, runs: 3);

        trained.Runs.Select(run => run.Run.Seed).ShouldBe([5, 6, 7]);
        var best = trained.Runs.MinBy(run => run.ValidationLoss).ShouldNotBeNull();
        trained.Quantized.ShouldBeSameAs(best.Quantized);
        trained.Runs.Select(run => run.ValidationLoss).Distinct().Count().ShouldBe(3);
        var output = Path.Combine(folder.Path, "out");
        File.ReadAllText(Path.Combine(output, "quantized.json"))
            .ShouldBe(File.ReadAllText(Path.Combine(output, "runs", $"seed-{best.Run.Seed}", "quantized.json")));
    }

    [Fact]
    public async Task Run_KeepsTheSeedsThatItHas_WhenMoreAreAsked()
    {
        using var folder = Folder();
        var first = await TrainAsync(folder, runs: 2);
        var progress = new RecordedProgress();

        var second = await TrainAsync(folder, runs: 3, progress);

        progress.Notes.Count(note => note.Contains("kept", StringComparison.Ordinal)).ShouldBe(4);
        second.Runs.Take(2).Select(run => run.ValidationLoss).ShouldBe(first.Runs.Select(run => run.ValidationLoss));
    }

    [Fact]
    public async Task Run_LeavesNoCheckpoint_WhenItIsDone()
    {
        using var folder = Folder();

        await TrainAsync(folder, runs: 2);

        Directory.GetFiles(folder.Path, "*.checkpoint", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    private static TemporaryFolder Folder() => new TemporaryFolder()
        .With("project.yaml", Text)
        .With("a.csv", string.Join('\n', ["x", .. Enumerable.Range(0, 300).Select(i => $"{i * i % 17}"), ""]));

    private static async Task<TrainedModel> TrainAsync(
        TemporaryFolder folder, int runs, RecordedProgress? progress = null)
    {
        var project = ProjectReader.Read(folder.Path, [$"training.runs={runs}"]).Value.ShouldNotBeNull();
        var data = TaskDataReader.Read(project.Data).Value.ShouldNotBeNull();
        var inputs = new BuildInputs(project, data, BuildTools.Installed, [], Path.Combine(folder.Path, "out"), []);
        var result = await TrainStage.RunAsync(
            inputs, progress ?? new RecordedProgress(), TestContext.Current.CancellationToken);
        return result.Value.ShouldNotBeNull();
    }
}
