using System.Globalization;
using Bitloom.Pipeline;
using Bitloom.Tests.Resume;
using Bitloom.Toolchain;

namespace Bitloom.Tests.Pipeline;

/// <summary>Builds up to a stage, where no tool is needed: what they write, take over, and say of it.</summary>
public sealed class PartialBuildTests : IDisposable
{
    private const string Project = """
        name: wave
        data: {file: wave.csv, features: [level], targets: [level], window: 4}
        model: {dimension: 4, feedForwardRatio: 1}
        training: {epochs: 2, quantizedEpochs: 1}
        engine: {rows: 2, columns: 2, lanes: 1}

        """;

    // None can be started: a stage that asks for one fails.
    private static readonly BuildTools None = new(
        ExternalTools.Ghdl with { Executable = "absent-ghdl" },
        ExternalTools.Verilator with { Executable = "absent-verilator" },
        ExternalTools.Yosys with { Executable = "absent-yosys" });

    private readonly TemporaryFolder _folder = new();
    private readonly RecordedProgress _progress = new();

    public PartialBuildTests() => _folder.With("project.yaml", Project).With("wave.csv", "level\n" + string.Concat(
        Enumerable.Range(0, 80).Select(row => string.Create(CultureInfo.InvariantCulture, $"{Math.Sin(row / 3.0):0.000}\n"))));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Train_EndsWithTheFloatModel()
    {
        var result = await RunAsync(BuildStage.Train);

        result.Outcome.ShouldBe(BuildOutcome.Verified);
        result.Files.ShouldBe(["float.json"]);
        result.Facts.Select(fact => fact.Name).ShouldBe(["metric", "best epoch", "float model"]);
        File.Exists(_folder["out/float.json"]).ShouldBeTrue();
        File.Exists(_folder["out/quantized.json"]).ShouldBeFalse();
    }

    [Fact]
    public async Task EachStage_TakesOverTheOneBefore_AndSaysSo()
    {
        await RunAsync(BuildStage.Train);
        await RunAsync(BuildStage.Quantize);
        await RunAsync(BuildStage.Compile);

        const string Kept = "kept from the last build (nothing that it depends on has changed)";
        _progress.Notes.ShouldBe(
        [
            $"train: {Kept}",
            $"train: {Kept}", $"quantize: {Kept}", "compile: made every time, as it takes no time",
        ]);
    }

    [Fact]
    public async Task Quantize_WritesAnotherGraph_FromAnotherSeed()
    {
        await RunAsync(BuildStage.Quantize);
        var first = await File.ReadAllTextAsync(_folder["out/integer.graph"], TestContext.Current.CancellationToken);

        await RunAsync(BuildStage.Quantize, ("training.seed", "2"));

        (await File.ReadAllTextAsync(_folder["out/integer.graph"], TestContext.Current.CancellationToken))
            .ShouldNotBe(first);
    }

    [Fact]
    public async Task AChangedSetting_MakesAgainOnlyWhatDependsOnIt_AndSaysWhy()
    {
        await RunAsync(BuildStage.Quantize);

        await RunAsync(BuildStage.Quantize, ("quantization.bits", "6"));

        _progress.Notes.ShouldBe(
        [
            "train: kept from the last build (nothing that it depends on has changed)",
            "quantize: again, as quantization.bits changed",
        ]);
    }

    [Fact]
    public async Task Compile_EndsWithTheProgram()
    {
        var result = await RunAsync(BuildStage.Compile);

        result.Outcome.ShouldBe(BuildOutcome.Verified);
        result.Files.ShouldBe(["program.txt", "hardware/"]);
        result.Facts.Single(fact => fact.Name == "array").Text.ShouldBe("2 x 2, 1 drain lanes");
        File.Exists(_folder["out/program.txt"]).ShouldBeTrue();
        Directory.Exists(_folder["out/hardware/rtl"]).ShouldBeTrue();
    }

    [Fact]
    public async Task Synthesize_AsksForItsTools()
    {
        var result = await RunAsync(BuildStage.Synthesize);

        result.Outcome.ShouldBe(BuildOutcome.ToolFailed);
        result.Diagnostics.Select(fault => fault.Location).ShouldBe(["absent-ghdl", "absent-yosys"]);
    }

    [Fact]
    public async Task Seeds_AreTrainedSideBySide()
    {
        var result = await RunAsync(BuildStage.Train, ("training.runs", "2"));

        result.Files.ShouldBe(["runs/seed-1/float.json", "runs/seed-2/float.json"]);
        result.Facts.Length.ShouldBe(5);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true, "training.seed")]
    [InlineData(true, "engine.lanes")]
    public async Task Report_IsRemoved_WhenItIsNoLongerTrueOfTheFiles(bool removed, string? key = null)
    {
        await RunAsync(BuildStage.Compile);
        _folder.With("out/report.json", "{}").With("out/report.html", "");

        await RunAsync(BuildStage.Compile, key is null ? [] : [(key, "2")]);

        File.Exists(_folder["out/report.json"]).ShouldBe(!removed);
        File.Exists(_folder["out/report.html"]).ShouldBe(!removed);
    }

    private Task<PartialResult> RunAsync(BuildStage last, params (string Key, string Value)[] settings) =>
        new BuildPipeline(None).RunStageAsync(
            new(
                new(
                    _folder["project.yaml"], null,
                    [.. settings.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))]),
                last),
            _progress, TestContext.Current.CancellationToken);
}
