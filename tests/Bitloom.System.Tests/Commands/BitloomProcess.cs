using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Bitloom.Toolchain;

namespace Bitloom.SystemTests.Commands;

/// <summary>The program itself in a process of its own.</summary>
internal sealed class BitloomProcess : IAsyncDisposable
{
    // For what must come, however busy the machine is.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly CancellationTokenSource _kill = new();
    private readonly ConcurrentQueue<string> _lines = [];
    private readonly Task<ProcessResult> _process;

    public BitloomProcess(params string[] line) => _process = ProcessRunner.RunAsync(
        new ProcessRequest(Host(), ["exec", typeof(Cli.CommandLineApplication).Assembly.Location, .. line])
        {
            OnLine = _lines.Enqueue,
        },
        _kill.Token);

    public string Text => string.Join('\n', _lines);

    /// <summary>Waits for a line that contains these words.</summary>
    public async Task SaysAsync(string words)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!Text.Contains(words, StringComparison.Ordinal))
        {
            if (_process.IsCompleted && !Text.Contains(words, StringComparison.Ordinal))
                throw new InvalidOperationException($"it has ended without '{words}': {Text}");
            await Task.Delay(TimeSpan.FromMilliseconds(20), limit.Token);
        }
    }

    /// <summary>The exit code, when it has ended by itself.</summary>
    public async Task<int> EndsAsync() => (await _process.WaitAsync(Patience)).ExitCode;

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        await _kill.CancelAsync();
        await _process;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _kill.Dispose();
    }

    // The runtime that runs the tests: HOST/shared/Microsoft.NETCore.App/VERSION.
    private static string Host() =>
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
}
