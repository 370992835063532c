using Bitloom.Toolchain;

namespace Bitloom.Tests.Toolchain;

/// <summary>What is made of programs that crash, hang, print rubbish or cannot be started.</summary>
public sealed class MisbehavingToolTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("kill -SEGV $$", "GHDL was ended by signal 11")]
    [InlineData("echo out of memory; kill -KILL $$", "GHDL was ended by signal 9: out of memory")]
    [InlineData("exit 200", "GHDL ended with exit code 200")]
    public async Task Crash_IsToldWithItsSignal_AndTheLog(string script, string found)
    {
        var fault = await FaultAsync(script);

        fault.Code.ShouldBe("TOOL002");
        fault.Location.ShouldBe(_folder["analyze.log"]);
        fault.Found.ShouldBe(found);
        fault.Remedy.ShouldStartWith($"see what it printed in {_folder["analyze.log"]}");
    }

    [Fact]
    public async Task Hang_EndsAtTheTimeoutOfTheTool()
    {
        var fault = await FaultAsync("sleep 600", TimeSpan.FromMilliseconds(300));

        fault.Code.ShouldBe("TOOL003");
        fault.Found.ShouldBe("GHDL did not end within the time allowed and was stopped");
    }

    [Fact]
    public async Task ToolWithoutPermission_IsNotTakenForMissing()
    {
        var tool = ExternalTools.Ghdl with
        {
            Executable = await FakeTool.WriteAsync(_folder["ghdl"], "true", mode: "644"),
        };

        var found = await ToolVersions.ProbeAsync(tool, TestContext.Current.CancellationToken);

        found.Installed.ShouldBeFalse();
        found.Fault!.ToString().ShouldBe($"""
            error TOOL007 at {_folder["ghdl"]}: GHDL is there but cannot be started: Permission denied
              expected: a program that this user may run on this machine
              remedy:   check its permissions, or install it again: sudo apt-get install -y ghdl-llvm
            """);
    }

    [Fact]
    public async Task MissingResult_IsAFaultOfTheTool()
    {
        var ended = await RunAsync("echo all is well");

        ToolFault.WithoutResult(ExternalTools.Yosys, ended, "engine_netlist.v").ToString().ShouldBe($"""
            error TOOL006 at {_folder["analyze.log"]}: Yosys ended without an error, but also without engine_netlist.v: all is well
              expected: engine_netlist.v, made by: {ended.CommandLine}
              remedy:   see what it printed in {_folder["analyze.log"]}
            """);
    }

    [Fact]
    public async Task EndlessLine_IsGivenInPieces()
    {
        var ended = await RunAsync("head -c 3000000 /dev/zero | tr '\\0' x");

        ended.Ok.ShouldBeTrue();
        ended.LastLines.ShouldAllBe(line => line.Length <= 16_384);
        ended.LastLines[^1].ShouldStartWith("xxx");
    }

    [Fact]
    public async Task LongOutput_FillsNoDisk()
    {
        var ended = await RunAsync("head -c 50000000 /dev/zero | tr '\\0' x | fold -w 100; echo; echo the end");

        ended.LastLines[^1].ShouldBe("the end");
        new FileInfo(_folder["analyze.log"]).Length.ShouldBeLessThan(34_000_000);
        File.ReadLines(_folder["analyze.log"]).Last().ShouldBe(
            "(what follows is left out: the output is too long)");
    }

    [Fact]
    public async Task BytesThatAreNoText_AreReplaced_AndCannotControlTheTerminal()
    {
        var fault = await FaultAsync("printf 'error: \\377\\376 \\033[2J \\001end\\n'; exit 1");

        fault.Found.ShouldBe("GHDL ended with exit code 1: error: \uFFFD\uFFFD ?[2J ?end");
    }

    [Fact]
    public async Task LongMessage_IsCutInTheDiagnostic()
    {
        var fault = await FaultAsync("printf 'error: '; head -c 9000 /dev/zero | tr '\\0' x; exit 1");

        fault.Found.Length.ShouldBeLessThan(400);
        fault.Found.ShouldEndWith("xxx ...");
    }

    [Fact]
    public async Task LogThatCannotBeWritten_EndsTheTool()
    {
        File.CreateSymbolicLink(_folder["analyze.log"], "/dev/full");

        var run = () => RunAsync("while true; do echo line; sleep 0.01; done");

        await run.ShouldThrowAsync<IOException>();
    }

    [Fact]
    public async Task ListenerThatFails_EndsTheTool()
    {
        var request = new ProcessRequest("sh", ["-c", "echo line; sleep 600"])
        {
            OnLine = _ => throw new InvalidOperationException("the listener"),
        };

        var run = () => ProcessRunner.RunAsync(request, TestContext.Current.CancellationToken);

        (await run.ShouldThrowAsync<InvalidOperationException>()).Message.ShouldBe("the listener");
    }

    [Theory]
    [InlineData("echo half; exit 1")]
    [InlineData("echo half; kill -KILL $$")]
    [InlineData("echo half; sleep 600")]
    public async Task OutputFile_IsThere_OnlyWhenTheToolEndedWell(string script)
    {
        _folder.With("result.v", "from an earlier run");
        var request = new ProcessRequest("sh", ["-c", script])
        {
            OutputPath = _folder["result.v"],
            Timeout = TimeSpan.FromMilliseconds(500),
        };

        await ProcessRunner.RunAsync(request, TestContext.Current.CancellationToken);

        Directory.GetFiles(_folder.Path).ShouldBeEmpty();
    }

    // A terminal interrupts the tool and this program at once, in no order.
    [Fact]
    public async Task Interrupt_ThatTheToolHeardFirst_IsACancellation()
    {
        using var cancellation = new CancellationTokenSource();
        var request = new ProcessRequest("sh", ["-c", "echo ready; kill -INT $$; sleep 1"])
        {
            OnLine = _ => cancellation.CancelAfter(TimeSpan.FromMilliseconds(200)),
        };

        var result = await ProcessRunner.RunAsync(request, cancellation.Token);

        result.Outcome.ShouldBe(ProcessOutcome.Cancelled);
    }

    private async Task<Diagnostics.Diagnostic> FaultAsync(string script, TimeSpan? timeout = null) =>
        ToolFault.Of(ExternalTools.Ghdl, await RunAsync(script, timeout)).ShouldNotBeNull();

    private async Task<ProcessResult> RunAsync(string script, TimeSpan? timeout = null)
    {
        var tool = ExternalTools.Ghdl with { Executable = await FakeTool.WriteAsync(_folder["ghdl"], script) };
        tool = timeout is null ? tool : tool with { Timeout = timeout.Value };
        return await new Ghdl(_folder.Path, tool).AnalyzeAsync(["a.vhd"], TestContext.Current.CancellationToken);
    }
}
