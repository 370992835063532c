using Bitloom.Diagnostics;
using Bitloom.Pipeline;
using Bitloom.Reporting;
using Bitloom.Tests.Reporting;

namespace Bitloom.Tests.Cli;

public sealed class SimulateCommandTests : IDisposable
{
    private static readonly BuildResult NotBuilt = new(BuildOutcome.Verified, [], null, null);

    private static readonly SimulationSummary Summary = new()
    {
        Project = ExampleReport.Full.Project,
        Tool = ExampleReport.Full.Tool,
        Windows = 2000,
        TestWindows = 3000,
        Agreement =
        [
            new("integer graph interpreter", "translated RTL in Verilator, full speed", 2, 0),
            new("integer graph interpreter", "translated RTL in Verilator, random stalls", 2000, 0),
        ],
        Cycles = new(1287, 1287, 100),
        Tools = [new("Verilator", "5.006")],
    };

    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Simulate_ShowsAgreementCyclesAndSpeed()
    {
        var pipeline = Pipeline(new(BuildOutcome.Verified, [], Summary, "out", TimeSpan.FromSeconds(0.5)));

        var code = await _terminal.RunAsync(pipeline, "simulate", "p.yaml");

        code.ShouldBe(0);
        _terminal.Out.ShouldMatch(@"translated RTL in Verilator, random stalls\s+2,000\s+0");
        _terminal.Out.ShouldEndWith(
            "windows:   2,000 of 3,000\n" +
            "cycles:    1,287 counted, 1,287 predicted\n" +
            "speed:     4000 windows/s\n" +
            "Verified: the translated RTL agrees to the bit, and the cycles are as predicted.\n" +
            "Summary: out/simulation.json\n");
    }

    [Fact]
    public async Task Simulate_ShowsOnlyTheVerdict_WhenQuiet()
    {
        var summary = Summary with { Cycles = new(1287, 1288, 100) };
        var pipeline = Pipeline(new(BuildOutcome.VerificationFailed, [], summary, "out", TimeSpan.Zero));

        var code = await _terminal.RunAsync(pipeline, "simulate", "p.yaml", "-q");

        code.ShouldBe(2);
        _terminal.Out.ShouldBe("NOT VERIFIED: this accelerator must not be used.\nSummary: out/simulation.json\n");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(SimulationRequest.All, "--all")]
    [InlineData(7, "--windows", "7")]
    public async Task Simulate_PlaysTheWindowsAskedFor(int? windows, params string[] options)
    {
        var pipeline = Pipeline(new(BuildOutcome.Verified, [], Summary, "out", TimeSpan.Zero));

        await _terminal.RunAsync(pipeline, ["simulate", "p.yaml", "--fresh", "-o", "there", .. options]);

        var request = pipeline.Simulated.Single();
        request.Windows.ShouldBe(windows);
        request.Build.OutputFolder.ShouldBe("there");
        request.Build.Fresh.ShouldBeTrue();
    }

    [Fact]
    public async Task Simulate_RefusesWhatCannotBePlayed_AllAtOnce()
    {
        var pipeline = Pipeline(new(BuildOutcome.Verified, [], Summary, "out", TimeSpan.Zero));

        var code = await _terminal.RunAsync(pipeline, "simulate", "p.yaml", "--all", "--windows", "0");

        code.ShouldBe(1);
        pipeline.Simulated.ShouldBeEmpty();
        _terminal.Error.ShouldBe(
            "error CLI003 at --windows: 0 windows cannot be played\n" +
            "  expected: a whole number of at least 1\n" +
            "  remedy:   give a greater number, or --all\n" +
            "error CLI005 at --all: --all and --windows contradict each other\n" +
            "  expected: one of the two\n" +
            "  remedy:   leave one out\n" +
            "2 errors, 0 warnings\n");
    }

    [Theory]
    [InlineData(SimulationRequest.All, "--all")]
    [InlineData(7, "--windows", "7")]
    public async Task Simulate_SaysHowToGoOn_WhenCancelled(int windows, params string[] options)
    {
        var pipeline = Pipeline(new(BuildOutcome.Cancelled, [], null, null, TimeSpan.Zero));

        var code = await _terminal.RunAsync(pipeline, ["simulate", "my p.yaml", "--fresh", .. options]);

        code.ShouldBe(130);
        pipeline.Simulated.Single().Windows.ShouldBe(windows);
        _terminal.Error.ShouldBe(
            "Stopped. Finished stages are kept; to go on, run the same command again:\n" +
            $"bitloom simulate 'my p.yaml' {string.Join(' ', options)}\n");
    }

    [Fact]
    public async Task Simulate_PrintsDiagnostics_WithTheirExitCode()
    {
        var fault = Diagnostic.Error("TOOL001", "ghdl", "GHDL is not installed", "it", "install it");

        var code = await _terminal.RunAsync(
            Pipeline(new(BuildOutcome.ToolFailed, [fault], null, null, TimeSpan.Zero)), "simulate", "p.yaml");

        code.ShouldBe(3);
        _terminal.Error.ShouldBe($"{fault}\n");
        _terminal.Out.ShouldBeEmpty();
    }

    private static RecordingPipeline Pipeline(SimulationResult result) => new(NotBuilt) { Simulation = result };
}
