using Bitloom.Diagnostics;
using Bitloom.Pipeline;

namespace Bitloom.Tests.Cli;

public sealed class StageCommandTests : IDisposable
{
    private static readonly PartialResult Trained = new(
        BuildOutcome.Verified, [], [new("validation loss", "0.01234 at epoch 42"), new("float model", "2.641")],
        ["float.json"], "out");

    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Theory]
    [InlineData("train", BuildStage.Train, "quantize")]
    [InlineData("quantize", BuildStage.Quantize, "compile")]
    [InlineData("compile", BuildStage.Compile, "simulate")]
    [InlineData("synthesize", BuildStage.Synthesize, "report")]
    public async Task Stage_ShowsWhatItLedTo_AndWhichCommandGoesOn(string command, BuildStage stage, string next)
    {
        var pipeline = Pipeline(Trained);

        var code = await _terminal.RunAsync(pipeline, command, "my p.yaml", "--fresh", "-o", "out", "--set", "a=1");

        code.ShouldBe(0);
        pipeline.Staged.Single().Last.ShouldBe(stage);
        pipeline.Staged.Single().Build.Fresh.ShouldBeTrue();
        _terminal.Out.ShouldBe(
            "validation loss: 0.01234 at epoch 42\n" +
            "float model:     2.641\n" +
            "Written: out/float.json\n" +
            $"Next: bitloom {next} 'my p.yaml' --output out --set a=1\n");
    }

    [Fact]
    public async Task Stage_ShowsOnlyItsFiles_WhenQuiet()
    {
        await _terminal.RunAsync(Pipeline(Trained), "train", "p.yaml", "-q");

        _terminal.Out.ShouldBe("Written: out/float.json\n");
    }

    [Fact]
    public async Task Stage_AnswersScripts_WithJson()
    {
        var code = await _terminal.RunAsync(Pipeline(Trained), "train", "p.yaml", "--json");

        code.ShouldBe(0);
        _terminal.Out.ShouldBe("""
            {
              "stage": "train",
              "outcome": "verified",
              "exitCode": 0,
              "outputFolder": "out",
              "files": [
                "float.json"
              ],
              "facts": {
                "validation loss": "0.01234 at epoch 42",
                "float model": "2.641"
              },
              "diagnostics": []
            }

            """);
    }

    [Fact]
    public async Task Stage_PrintsDiagnostics_WithTheirExitCode()
    {
        var fault = Diagnostic.Error("TOOL001", "ghdl", "GHDL is not installed", "it", "install it");

        var code = await _terminal.RunAsync(
            Pipeline(new(BuildOutcome.ToolFailed, [fault], [], [], null)), "synthesize", "p.yaml");

        code.ShouldBe(3);
        _terminal.Error.ShouldBe($"{fault}\n");
        _terminal.Out.ShouldBeEmpty();
    }

    [Fact]
    public async Task Stage_SaysHowToGoOn_WhenCancelled()
    {
        var code = await _terminal.RunAsync(
            Pipeline(new(BuildOutcome.Cancelled, [], [], [], null)), "quantize", "p.yaml", "--fresh");

        code.ShouldBe(130);
        _terminal.Error.ShouldBe(
            "Stopped. Finished stages are kept; to go on, run the same command again:\nbitloom quantize p.yaml\n");
    }

    [Fact]
    public async Task QuietAndVerbose_ContradictEachOther()
    {
        var pipeline = Pipeline(Trained);

        var code = await _terminal.RunAsync(pipeline, "train", "p.yaml", "-q", "-v");

        code.ShouldBe(1);
        pipeline.Staged.ShouldBeEmpty();
        _terminal.Error.ShouldBe("""
            error CLI009 at --quiet: --quiet and --verbose contradict each other
              expected: one of the two
              remedy:   leave one out

            """);
    }

    [Fact]
    public async Task Report_BuildsToTheEnd()
    {
        var pipeline = new RecordingPipeline(new(BuildOutcome.Cancelled, [], null, null));

        var code = await _terminal.RunAsync(pipeline, "report", "p.yaml");

        code.ShouldBe(130);
        pipeline.Built.Single().ProjectPath.ShouldBe("p.yaml");
        _terminal.Error.ShouldEndWith("bitloom report p.yaml\n");
    }

    private static RecordingPipeline Pipeline(PartialResult result) =>
        new(new(BuildOutcome.Verified, [], null, null)) { Partial = result };
}
