using Bitloom.Boards;
using Bitloom.Pipeline;

namespace Bitloom.Tests.Cli;

public sealed class RunCommandTests : IDisposable
{
    private static readonly BuildResult NotBuilt = new(BuildOutcome.Verified, [], null, null);

    private static readonly RunSummary Summary = new(
        "/dev/ttyUSB0", 200, 300, 400, 0, 2.5, 2.5, new BoardStatistics(201, 3, 2, 1), TimeSpan.FromSeconds(2));

    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Run_ShowsCountsMetricLineAndSpeed()
    {
        var pipeline = Pipeline(new(BuildOutcome.Verified, [], Summary));

        var code = await _terminal.RunAsync(pipeline, "run", "p.yaml", "--port", "/dev/ttyUSB0", "--baud", "9600");

        code.ShouldBe(0);
        _terminal.Out.ShouldBe(
            "board:     /dev/ttyUSB0\n" +
            "windows:   200 of 300\n" +
            "outputs:   400 compared, 0 differences\n" +
            "RMSE:      2.5000; of the integer model 2.5000\n" +
            "line:      201 requests answered, 3 retries (2 errors, 1 time-outs)\n" +
            "speed:     100 windows/s\n" +
            "Verified: the board agrees to the bit.\n");
        var request = pipeline.Run.ShouldHaveSingleItem();
        (request.Port, request.Baud, request.Windows).ShouldBe(("/dev/ttyUSB0", 9600, null));
    }

    [Fact]
    public async Task Run_ShowsOnlyTheVerdict_WhenQuiet()
    {
        var pipeline = Pipeline(new(BuildOutcome.VerificationFailed, [], Summary with { Differences = 1 }));

        var code = await _terminal.RunAsync(pipeline, "run", "p.yaml", "--simulate", "--noise", "5", "--all", "-q");

        code.ShouldBe(2);
        _terminal.Out.ShouldBe("NOT VERIFIED: this board must not be used.\n");
        var request = pipeline.Run.ShouldHaveSingleItem();
        (request.Port, request.Noise.PerMille, request.Windows).ShouldBe((null, 5, SimulationRequest.All));
    }

    [Theory]
    [InlineData("", "error CLI006 at --port: no board is named\n" +
        "  expected: one of --port PORT and --simulate\n" +
        "  remedy:   name the port of a board, or give --simulate without one\n")]
    [InlineData("--port a --simulate", "error CLI006 at --port: --port and --simulate contradict each other\n" +
        "  expected: one of --port PORT and --simulate\n" +
        "  remedy:   name the port of a board, or give --simulate without one\n")]
    [InlineData("--simulate --noise 500", "error CLI007 at --noise: 500 of a thousand bytes\n" +
        "  expected: 0 to 200\n" +
        "  remedy:   give a number in this range\n")]
    [InlineData("--port a --noise 5", "error CLI008 at --noise: a board's line has the noise that it has\n" +
        "  expected: --noise with --simulate\n" +
        "  remedy:   leave --noise out\n")]
    public async Task Run_SaysWhatIsWrongWithTheCommandLine(string options, string expected)
    {
        var pipeline = Pipeline(new(BuildOutcome.Verified, [], null));

        var code = await _terminal.RunAsync(
            pipeline, ["run", "p.yaml", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        code.ShouldBe(1);
        _terminal.Error.ShouldBe(expected);
        pipeline.Run.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_SaysHowToGoOn_WhenStopped()
    {
        var pipeline = Pipeline(new(BuildOutcome.Cancelled, [], null));

        var code = await _terminal.RunAsync(pipeline, "run", "p.yaml", "--simulate", "--windows", "7", "--load", "-q");

        code.ShouldBe(130);
        _terminal.Error.ShouldEndWith("bitloom run p.yaml --simulate --load --windows 7\n");
    }

    private static RecordingPipeline Pipeline(RunResult result) => new(NotBuilt) { Answer = result };
}
