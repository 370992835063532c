using System.Collections.Concurrent;
using Bitloom.Toolchain;

namespace Bitloom.SystemTests.Cluster;

/// <summary>A worker of a cluster in a process of its own.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    // For what must come, however busy the machine is.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly CancellationTokenSource _kill = new();
    private readonly ConcurrentQueue<string> _lines = [];
    private readonly Task<ProcessResult> _process;

    public WorkerProcess(string database, string name, int milliseconds, int last = 0, string? log = null)
    {
        Name = name;
        string[] arguments = [database, name, $"{milliseconds}", $"{last}", .. log is null ? (string[])[] : [log]];
        _process = ProcessRunner.RunAsync(
            new ProcessRequest(Path.Combine(AppContext.BaseDirectory, "Bitloom.ClusterWorker"), [.. arguments])
            {
                OnLine = _lines.Enqueue,
            },
            _kill.Token);
    }

    public string Name { get; }

    public IReadOnlyList<string> Lines => [.. _lines];

    /// <summary>What follows the word in the last of so many lines that begin with it, once it is there.</summary>
    public async Task<string> SaysAsync(string word, int times = 1)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var said = _lines.Where(line => line.StartsWith($"{word} ", StringComparison.Ordinal));
            if (said.ElementAtOrDefault(times - 1) is { } line)
                return line[(word.Length + 1)..];
            if (_process.IsCompleted)
                throw new InvalidOperationException($"{Name} has ended: {string.Join('\n', _lines)}");
            await Task.Delay(TimeSpan.FromMilliseconds(20), limit.Token);
        }
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        await _kill.CancelAsync();
        await _process;
    }

    /// <summary>Sends a signal, by its name.</summary>
    public async Task SignalAsync(string signal) =>
        await ProcessRunner.RunAsync(new ProcessRequest("kill", [$"-{signal}", await SaysAsync("process")]));

    /// <summary>SIGTERM; the exit code.</summary>
    public async Task<int> TerminateAsync()
    {
        await SignalAsync("TERM");
        return (await _process.WaitAsync(Patience)).ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _kill.Dispose();
    }
}
