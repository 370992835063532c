using System.Collections.Immutable;

namespace Bitloom.Toolchain;

/// <summary>What became of a <see cref="ProcessRequest"/>.</summary>
/// <param name="ExitCode">Meaningful when <paramref name="Outcome"/> is <see cref="ProcessOutcome.Exited"/>.</param>
/// <param name="LastLines">The end of the output, at most <see cref="KeptLines"/> lines.</param>
/// <param name="Duration">Wall-clock time: for people only, it must not enter anything that is compared.</param>
public sealed record ProcessResult(
    string CommandLine,
    ProcessOutcome Outcome,
    int ExitCode,
    string? LogPath,
    ImmutableArray<string> LastLines,
    TimeSpan Duration)
{
    /// <summary>How many lines of output a result remembers; the log has all.</summary>
    public const int KeptLines = 40;

    /// <summary>True when the process ended by itself with exit code 0.</summary>
    public bool Ok => Outcome == ProcessOutcome.Exited && ExitCode == 0;
}
