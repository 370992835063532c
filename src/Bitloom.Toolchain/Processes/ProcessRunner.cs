using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Bitloom.Toolchain;

/// <summary>
/// Runs external programs. A missing program, a failure, a timeout and a cancellation are results, not exceptions.
/// </summary>
public static class ProcessRunner
{
    private const int NoSuchFile = 2;

    // A killed process can leave a pipe open in a child that escaped the kill; nobody waits for it forever.
    private static readonly TimeSpan PipeGrace = TimeSpan.FromSeconds(2);

    // A terminal sends its interrupt to the tool as well, which may end before the caller has cancelled.
    private const int InterruptedExitCode = 128 + 2;
    private static readonly TimeSpan InterruptGrace = TimeSpan.FromSeconds(1);

    /// <summary>Runs a program to its end, or kills it and its children on timeout or cancellation.</summary>
    /// <exception cref="IOException">The log or the output file cannot be written; the program was killed.</exception>
    public static async Task<ProcessResult> RunAsync(ProcessRequest request, CancellationToken cancellation = default)
    {
        var started = Stopwatch.GetTimestamp();
        using var sink = new LineSink(request);
        using var process = new Process { StartInfo = StartInfoOf(request) };
        var outcome = cancellation.IsCancellationRequested ? ProcessOutcome.Cancelled
            : TryStart(process, sink) ?? await FinishAsync(process, request, sink, cancellation);
        var exitCode = outcome == ProcessOutcome.Exited ? process.ExitCode : -1;
        if (exitCode == InterruptedExitCode && await IsCancelledSoonAsync(cancellation))
            outcome = ProcessOutcome.Cancelled;
        if (request.OutputPath is not null)
            PartialFile.Settle(request.OutputPath, keep: outcome == ProcessOutcome.Exited && exitCode == 0);
        return new ProcessResult(
            request.CommandLine, outcome, exitCode, request.LogPath, sink.LastLines, Stopwatch.GetElapsedTime(started));
    }

    private static ProcessStartInfo StartInfoOf(ProcessRequest request)
    {
        if (request.WorkingFolder is not null)
            Directory.CreateDirectory(request.WorkingFolder);
        var start = new ProcessStartInfo(request.Program, request.Arguments)
        {
            WorkingDirectory = request.WorkingFolder ?? "",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Whatever the locale: what is no UTF-8 becomes replacement characters.
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var (name, value) in request.Environment)
            start.Environment[name] = value;
        return start;
    }

    /// <summary>Starts; how that failed, or null.</summary>
    private static ProcessOutcome? TryStart(Process process, LineSink sink)
    {
        try
        {
            process.Start();
            return null;
        }
        catch (Win32Exception fault) when (fault.NativeErrorCode == NoSuchFile)
        {
            return ProcessOutcome.NotFound;
        }
        catch (Win32Exception fault)
        {
            sink.Add(new Win32Exception(fault.NativeErrorCode).Message);
            return ProcessOutcome.Refused;
        }
    }

    private static async Task<ProcessOutcome> FinishAsync(
        Process process, ProcessRequest request, LineSink sink, CancellationToken cancellation)
    {
        process.StandardInput.Close();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task[] pumps =
        [
            GuardAsync(request.OutputPath is null
                ? PumpAsync(process.StandardOutput, sink)
                : CopyAsync(process.StandardOutput.BaseStream, PartialFile.Of(request.OutputPath)), limit),
            GuardAsync(PumpAsync(process.StandardError, sink), limit),
        ];
        if (request.Timeout is { } timeout)
            limit.CancelAfter(timeout);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            await Task.WhenAll(pumps).WaitAsync(limit.Token);
            return ProcessOutcome.Exited;
        }
        catch (OperationCanceledException)
        {
            await KillAsync(process, pumps);
            await Task.WhenAll(pumps.Where(pump => pump.IsFaulted));
            return cancellation.IsCancellationRequested ? ProcessOutcome.Cancelled : ProcessOutcome.TimedOut;
        }
    }

    // Nobody reads a pipe whose pump failed: the program would wait forever.
    private static async Task GuardAsync(Task pump, CancellationTokenSource limit)
    {
        try
        {
            await pump;
        }
        catch
        {
            await limit.CancelAsync();
            throw;
        }
    }

    private static async Task PumpAsync(StreamReader reader, LineSink sink)
    {
        var lines = new LineCutter(sink.Add);
        var buffer = new char[4096];
        while (await reader.ReadAsync(buffer) is > 0 and var count)
            lines.Take(buffer.AsSpan(0, count));
        lines.End();
    }

    private static async Task CopyAsync(Stream stream, string path)
    {
        Folders.MakeFor(path);
        await using var file = File.Create(path);
        await stream.CopyToAsync(file);
    }

    private static async Task KillAsync(Process process, Task[] pumps)
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
        await Task.WhenAny(Task.WhenAll(pumps), Task.Delay(PipeGrace, CancellationToken.None));
    }

    private static async Task<bool> IsCancelledSoonAsync(CancellationToken cancellation)
    {
        await Task.WhenAny(Task.Delay(InterruptGrace, cancellation));
        return cancellation.IsCancellationRequested;
    }
}
