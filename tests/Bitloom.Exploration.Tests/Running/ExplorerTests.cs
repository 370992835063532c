using Bitloom.Pipeline;
using Bitloom.Projects;
using Bitloom.Tests.Resume;

namespace Bitloom.Exploration.Tests.Running;

/// <summary>Whole searches of a project that is trained in no time.</summary>
public sealed class ExplorerTests
{
    [Fact]
    public async Task Explore_TrainsWhatItTries_AndWritesThePage()
    {
        using var tiny = Roomy();

        var explored = await ExploreAsync(tiny, ("explore.trials", "2"));

        explored.Diagnostics.ShouldBeEmpty();
        explored.Outcome.ShouldBe(BuildOutcome.Verified);
        explored.Finished.ShouldBe(2);
        explored.Front.ShouldAllBe(point => point.Point.Excess == 0 && point.Point.Measures.ContainsKey(Measure.Error));
        File.Exists(Path.Combine(explored.Folder!, "wave.html")).ShouldBeTrue();
    }

    [Fact]
    public async Task Explore_GoesOn_WhereItWas()
    {
        using var tiny = Roomy();
        var first = await ExploreAsync(tiny, ("explore.trials", "2"));

        var second = await ExploreAsync(tiny, ("explore.trials", "3"));

        second.Finished.ShouldBe(3);
        first.Front.Length.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Settings_OfAPoint_TakeItsTrainingOver()
    {
        using var tiny = Roomy();
        var explored = await ExploreAsync(tiny, ("explore.trials", "1"));
        var point = explored.Front[0];
        var folder = Path.Combine("out/explore", TrialFolders.NameOf(point.Trial.Number), TrialFolders.PointName(point.Index));
        var progress = new RecordedProgress();

        await new BuildPipeline(TinyProject.NoTools).RunStageAsync(
            new(tiny.Request(folder, point.Point.Settings), BuildStage.Quantize), progress, Cancellation);

        progress.Notes.Count.ShouldBe(2);
        progress.Notes.ShouldAllBe(note => note.Contains("kept", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Explore_TrainsNothing_WhereNothingFits_AndSaysSo()
    {
        using var tiny = new TinyProject(luts: 300);

        var explored = await ExploreAsync(
            tiny, ("explore.trials", "2"), ("explore.precision", "uniform"), ("engine.rows", "1"), ("engine.columns", "1"),
            ("engine.lanes", "1"));

        explored.Outcome.ShouldBe(BuildOutcome.DoesNotFit);
        string.Join('\n', explored.Diagnostics).ShouldBe("""
            error EXPLORE002 at wave: no trial has a model that fits the small within explore.constraints
              expected: at least one
              remedy:   loosen the constraints, add smaller models to explore.space, or choose a larger device
            """);
        explored.Front.ShouldBeEmpty();
        Directory.GetFiles(explored.Folder!, "float.json", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static TinyProject Roomy() => new(luts: 5280, blocks: 40);

    private static Task<ExploreResult> ExploreAsync(TinyProject tiny, params (string Key, string Value)[] settings) =>
        new Explorer(TinyProject.NoTools).ExploreAsync(
            new(tiny.Request("out", settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))))
            {
                Verifies = false,
                Jobs = 1,
            },
            new SilentProgress(), Cancellation);
}
