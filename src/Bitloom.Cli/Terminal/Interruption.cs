using System.Runtime.InteropServices;
using Spectre.Console;

namespace Bitloom.Cli;

/// <summary>
/// Turns Ctrl-C and a termination signal into a cancellation. The second one is left to the system: it ends the
/// process at once.
/// </summary>
public sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;
    private readonly IAnsiConsole _console;

    /// <summary>Listens from now on.</summary>
    public Interruption(IAnsiConsole console)
    {
        _console = console;
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = Request());
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => context.Cancel = Request());
    }

    /// <summary>Cancelled at the first request.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Asks for a clean stop; false when that was asked before.</summary>
    public bool Request()
    {
        if (_source.IsCancellationRequested)
            return false;
        _console.WriteLine("Stopping cleanly; once more stops at once.");
        _source.Cancel();
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _source.Dispose();
    }
}
