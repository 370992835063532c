using Bitloom.Cli;
using Bitloom.Pipeline;
using Spectre.Console.Testing;

namespace Bitloom.Tests.Cli;

public sealed class ConsoleProgressTests : IDisposable
{
    private readonly TestConsole _console = new TestConsole().Width(120);

    public void Dispose() => _console.Dispose();

    [Fact]
    public void PlainProgress_WritesALineAQuarter_WithTheTimeLeft()
    {
        var time = new SteppedTime();
        var progress = new PlainProgress(_console, time);

        progress.Begin("train", 8, "epochs");
        for (var epoch = 1; epoch <= 8; epoch++)
        {
            time.Pass(seconds: 2);
            progress.Advance(1, $"loss [{epoch}]");
        }

        progress.End("kept epoch 7");

        _console.Output.ShouldBe(
            "train: 8 epochs\n" +
            "train: 25 %, 12 s left, loss [2]\n" +
            "train: 50 %, 8 s left, loss [4]\n" +
            "train: 75 %, 4 s left, loss [6]\n" +
            "train: kept epoch 7 (16.0 s, 0.5 epochs/s)\n");
    }

    [Fact]
    public void PlainProgress_WritesBeginAndEnd_WhenTheTotalIsNotKnown()
    {
        var time = new SteppedTime();
        var progress = new PlainProgress(_console, time);

        progress.Begin("synthesize", 0, "");
        progress.Advance(1, "still at it");
        time.Pass(seconds: 3.5);
        progress.End("2,345 LUTs");

        _console.Output.ShouldBe("synthesize\nsynthesize: 2,345 LUTs (3.5 s)\n");
    }

    [Fact]
    public void PlainProgress_WritesALineAStep_WhenAskedForAll()
    {
        var progress = new PlainProgress(_console, new SteppedTime(), everyStep: true);

        progress.Begin("train", 8, "epochs");
        progress.Advance(1, "loss [1]");
        progress.Advance(1);
        progress.Advance(1, "loss [3]");

        _console.Output.ShouldBe(
            "train: 8 epochs\ntrain: 1 of 8 epochs, loss [1]\ntrain: 25 %, 0 s left\ntrain: 3 of 8 epochs, loss [3]\n");
    }

    [Fact]
    public async Task RunAsync_ShowsNothing_WhenQuiet()
    {
        var result = await ConsoleProgress.RunAsync(_console, Verbosity.Quiet, TrainAsync);

        result.ShouldBe(17);
        _console.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task RunAsync_ShowsPlainLines_OnAConsoleThatIsNotInteractive()
    {
        await ConsoleProgress.RunAsync(_console, Verbosity.Normal, TrainAsync);

        _console.Output.ShouldStartWith("train [x]: 4 epochs\n");
        _console.Output.ShouldContain("train [x]: done [y] (");
    }

    [Fact]
    public async Task RunAsync_ShowsBars_OnATerminal()
    {
        using var console = new TestConsole().Width(120).Interactive().EmitAnsiSequences();

        var result = await ConsoleProgress.RunAsync(console, Verbosity.Normal, TrainAsync);

        result.ShouldBe(17);
        console.Output.ShouldContain("train [x]: done [y]");
        console.Output.ShouldContain("100%");
        console.Output.ShouldContain("\u001b[");
    }

    private static Task<int> TrainAsync(IStageProgress progress)
    {
        progress.Begin("train [x]", 4, "epochs");
        progress.Advance(2, "loss [0.5]");
        progress.Advance(2);
        progress.End("done [y]");
        progress.Begin("simulate", 0, "");
        progress.Advance(1, "window 1");
        progress.End("equal");
        return Task.FromResult(17);
    }
}
