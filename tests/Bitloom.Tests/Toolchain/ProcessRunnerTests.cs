using Bitloom.Toolchain;

namespace Bitloom.Tests.Toolchain;

public sealed class ProcessRunnerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task RunAsync_PassesArgumentsUntouched_WhateverTheyContain()
    {
        var request = new ProcessRequest("printf", ["%s\n", "a b", "$HOME", "'\"*;&", ""]);

        var result = await ProcessRunner.RunAsync(request, TestContext.Current.CancellationToken);

        result.Ok.ShouldBeTrue();
        result.LastLines.ShouldBe(["a b", "$HOME", "'\"*;&", ""]);
    }

    [Fact]
    public async Task RunAsync_ReportsTheExitCode_AndLogsBothStreams()
    {
        var request = Shell("echo out; echo err >&2; exit 7") with { LogPath = _folder["logs/run.log"] };

        var result = await ProcessRunner.RunAsync(request, TestContext.Current.CancellationToken);

        result.Outcome.ShouldBe(ProcessOutcome.Exited);
        result.ExitCode.ShouldBe(7);
        File.ReadAllLines(_folder["logs/run.log"]).ShouldBe(
            ["$ sh -c 'echo out; echo err >&2; exit 7'", "err", "out"], ignoreOrder: true);
    }

    [Fact]
    public async Task RunAsync_StreamsEachLine_InOrder()
    {
        var lines = new List<string>();
        var request = Shell("for i in 1 2 3; do echo line $i; done") with { OnLine = lines.Add };

        await ProcessRunner.RunAsync(request, TestContext.Current.CancellationToken);

        lines.ShouldBe(["line 1", "line 2", "line 3"]);
    }

    [Fact]
    public async Task RunAsync_KeepsOnlyTheLastLines_OfALongOutput()
    {
        var result = await ProcessRunner.RunAsync(Shell("seq 1 1000"), TestContext.Current.CancellationToken);

        result.LastLines.Length.ShouldBe(ProcessResult.KeptLines);
        result.LastLines[^1].ShouldBe("1000");
    }

    [Fact]
    public async Task RunAsync_WritesStandardOutputToItsFile_AndKeepsItOutOfTheLog()
    {
        var request = Shell("printf 'a\\nb'; echo message >&2") with
        {
            OutputPath = _folder["result.v"],
            LogPath = _folder["run.log"],
        };

        var result = await ProcessRunner.RunAsync(request, TestContext.Current.CancellationToken);

        File.ReadAllText(_folder["result.v"]).ShouldBe("a\nb");
        result.LastLines.ShouldBe(["message"]);
    }

    [Fact]
    public async Task RunAsync_WorksInTheFolder_AndMakesIt()
    {
        var request = new ProcessRequest("pwd", []) { WorkingFolder = _folder["new folder"] };

        var result = await ProcessRunner.RunAsync(request, TestContext.Current.CancellationToken);

        result.LastLines.Single().ShouldEndWith("/new folder");
    }

    [Fact]
    public async Task RunAsync_SaysNotFound_WhenThereIsNoSuchProgram()
    {
        var request = new ProcessRequest("bitloom-no-such-program", ["--version"]);

        var result = await ProcessRunner.RunAsync(request, TestContext.Current.CancellationToken);

        result.Outcome.ShouldBe(ProcessOutcome.NotFound);
        result.Ok.ShouldBeFalse();
    }

    [Fact]
    public async Task RunAsync_GivesAnEndedInput_ToAProgramThatReadsIt()
    {
        var result = await ProcessRunner.RunAsync(new ProcessRequest("cat", []), TestContext.Current.CancellationToken);

        result.Ok.ShouldBeTrue();
    }

    [Fact]
    public async Task RunAsync_KillsTheChildrenToo_OnTimeout()
    {
        var request = Shell("sleep 600 & echo $!; wait") with { Timeout = TimeSpan.FromMilliseconds(500) };

        var result = await ProcessRunner.RunAsync(request, TestContext.Current.CancellationToken);

        result.Outcome.ShouldBe(ProcessOutcome.TimedOut);
        IsRunning(result.LastLines.Single()).ShouldBeFalse();
    }

    [Fact]
    public async Task RunAsync_KillsTheProcess_OnCancellation()
    {
        using var cancellation = new CancellationTokenSource();
        var request = Shell("echo $$; sleep 600") with { OnLine = _ => cancellation.Cancel() };

        var result = await ProcessRunner.RunAsync(request, cancellation.Token);

        result.Outcome.ShouldBe(ProcessOutcome.Cancelled);
        IsRunning(result.LastLines.Single()).ShouldBeFalse();
    }

    [Fact]
    public async Task RunAsync_StartsNothing_WhenAlreadyCancelled()
    {
        var request = Shell($"touch '{_folder["made"]}'");

        var result = await ProcessRunner.RunAsync(request, new CancellationToken(canceled: true));

        result.Outcome.ShouldBe(ProcessOutcome.Cancelled);
        File.Exists(_folder["made"]).ShouldBeFalse();
    }

    private static ProcessRequest Shell(string script) => new("sh", ["-c", script]);

    // An orphan that was killed stays a zombie (Z) until its new parent collects it.
    private static bool IsRunning(string processId)
    {
        var status = $"/proc/{processId}/stat";
        return File.Exists(status) && !File.ReadAllText(status).Contains(") Z ", StringComparison.Ordinal);
    }
}
