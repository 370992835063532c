using System.ComponentModel;
using System.Diagnostics;

namespace Bitloom.Toolchain;

/// <summary>
/// Runs external programs. A missing program, a failure, a timeout and a cancellation are results, not exceptions.
/// </summary>
public static class ProcessRunner
{
    // A killed process can leave a pipe open in a child that escaped the kill; nobody waits for it forever.
    private static readonly TimeSpan PipeGrace = TimeSpan.FromSeconds(2);

    /// <summary>Runs a program to its end, or kills it and its children on timeout or cancellation.</summary>
    public static async Task<ProcessResult> RunAsync(ProcessRequest request, CancellationToken cancellation = default)
    {
        var started = Stopwatch.GetTimestamp();
        using var sink = new LineSink(request);
        using var process = new Process { StartInfo = StartInfoOf(request) };
        var outcome = cancellation.IsCancellationRequested ? ProcessOutcome.Cancelled
            : !TryStart(process) ? ProcessOutcome.NotFound
            : await FinishAsync(process, request, sink, cancellation);
        var exitCode = outcome == ProcessOutcome.Exited ? process.ExitCode : -1;
        return new ProcessResult(
            request.CommandLine, outcome, exitCode, request.LogPath, sink.LastLines, Stopwatch.GetElapsedTime(started));
    }

    private static ProcessStartInfo StartInfoOf(ProcessRequest request)
    {
        if (request.WorkingFolder is not null)
            Directory.CreateDirectory(request.WorkingFolder);
        return new ProcessStartInfo(request.Program, request.Arguments)
        {
            WorkingDirectory = request.WorkingFolder ?? "",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
    }

    private static bool TryStart(Process process)
    {
        try
        {
            return process.Start();
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static async Task<ProcessOutcome> FinishAsync(
        Process process, ProcessRequest request, LineSink sink, CancellationToken cancellation)
    {
        process.StandardInput.Close();
        var pumps = Task.WhenAll(
            request.OutputPath is null
                ? PumpAsync(process.StandardOutput, sink)
                : CopyAsync(process.StandardOutput.BaseStream, request.OutputPath),
            PumpAsync(process.StandardError, sink));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (request.Timeout is { } timeout)
            limit.CancelAfter(timeout);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            await pumps.WaitAsync(limit.Token);
            return ProcessOutcome.Exited;
        }
        catch (OperationCanceledException)
        {
            await KillAsync(process, pumps);
            return cancellation.IsCancellationRequested ? ProcessOutcome.Cancelled : ProcessOutcome.TimedOut;
        }
    }

    private static async Task PumpAsync(StreamReader reader, LineSink sink)
    {
        while (await reader.ReadLineAsync() is { } line)
            sink.Add(line);
    }

    private static async Task CopyAsync(Stream stream, string path)
    {
        Folders.MakeFor(path);
        await using var file = File.Create(path);
        await stream.CopyToAsync(file);
    }

    private static async Task KillAsync(Process process, Task pumps)
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
        await Task.WhenAny(pumps, Task.Delay(PipeGrace, CancellationToken.None));
    }
}
