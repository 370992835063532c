using Bitloom.Pipeline;
using Bitloom.Projects;
using Bitloom.Tests.Resume;

namespace Bitloom.Exploration.Tests.Fit;

/// <summary>A whole fit of a project that is trained in no time.</summary>
public sealed class ModelFitTests
{
    [Fact]
    public async Task Fit_FindsWidthsAndAnEngine_WithWhichTheProjectFits()
    {
        using var tiny = new TinyProject(luts: 5280, blocks: 40);

        var fit = await FitAsync(tiny);

        fit.Outcome.ShouldBe(BuildOutcome.Verified);
        fit.Trained.ShouldAllBe(point => point.Excess <= 0 && point.Measures[Measure.Luts] <= 5280);
        fit.Trained.Select(point => point.Measures[Measure.Error]).ShouldBeInOrder();
        fit.Trained[0].Bits.Values.ShouldContain(bits => bits < 8);
        fit.Faster.Select(each => each.PredictedLoss).ShouldBeInOrder();
        fit.Faster.Select(each => each.Measures[Measure.Latency]).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public async Task SettingsFile_BuildsTheSameEncoder()
    {
        using var tiny = new TinyProject(luts: 5280, blocks: 40);
        var fit = await FitAsync(tiny);

        var built = await QuantizeAsync(tiny, "again", SettingsIn(fit.SettingsFile!), new RecordedProgress());

        built.Outcome.ShouldBe(BuildOutcome.Verified);
        (await TextAsync(tiny["again/quantized.json"])).ShouldBe(await TextAsync(tiny["out/fit/point-0/quantized.json"]));
        (await TextAsync(tiny["again/quantized.json"])).ShouldNotBe(
            await QuantizedAsync(tiny, "plain", []));
    }

    [Fact]
    public async Task SettingsFile_TakesTheTrainingOver_InTheFolderOfThePoint()
    {
        using var tiny = new TinyProject(luts: 5280, blocks: 40);
        var fit = await FitAsync(tiny);
        var progress = new RecordedProgress();

        await QuantizeAsync(tiny, "out/fit/point-0", SettingsIn(fit.SettingsFile!), progress);

        progress.Notes.Count.ShouldBe(2);
        progress.Notes.ShouldAllBe(note => note.Contains("kept", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fit_IsTheSame_WhenItIsMadeAgain()
    {
        using var tiny = new TinyProject(luts: 5280, blocks: 40);
        var first = await FitAsync(tiny);
        var settings = await TextAsync(first.SettingsFile!);

        var second = await FitAsync(tiny);

        (await TextAsync(second.SettingsFile!)).ShouldBe(settings);
        second.Trained[0].Measures.ShouldBe(first.Trained[0].Measures);
    }

    [Fact]
    public async Task Fit_SaysSo_WhenNothingFits()
    {
        using var tiny = new TinyProject(luts: 300);

        var fit = await FitAsync(tiny);

        fit.Outcome.ShouldBe(BuildOutcome.DoesNotFit);
        string.Join('\n', fit.Diagnostics).ShouldBe("""
            error FIT007 at small: no widths of explore.weights and explore.activations fit the small on any engine
              expected: a model that fits within explore.constraints
              remedy:   choose a smaller model or a larger device, or loosen the constraints
            """);
        fit.SettingsFile.ShouldBeNull();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Task<string> TextAsync(string path) => File.ReadAllTextAsync(path, Cancellation);

    private static Task<FitResult> FitAsync(TinyProject tiny) => new Explorer(TinyProject.NoTools)
        .FitAsync(tiny.Request("out", []), new SilentProgress(), Cancellation);

    private static async Task<string> QuantizedAsync(
        TinyProject tiny, string output, IEnumerable<KeyValuePair<string, string>> settings)
    {
        await QuantizeAsync(tiny, output, settings, new RecordedProgress());
        return await TextAsync(tiny[$"{output}/quantized.json"]);
    }

    private static Task<PartialResult> QuantizeAsync(
        TinyProject tiny, string output, IEnumerable<KeyValuePair<string, string>> settings, RecordedProgress progress) =>
        new BuildPipeline(TinyProject.NoTools).RunStageAsync(
            new(tiny.Request(output, settings), BuildStage.Quantize), progress, Cancellation);

    // A key, a colon and a value a line.
    private static IEnumerable<KeyValuePair<string, string>> SettingsIn(string file) => File.ReadAllLines(file)
        .Select(line => line.Split(": ")).Select(parts => KeyValuePair.Create(parts[0], parts[1]));
}
