using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Bitloom.Pipeline;

/// <summary>What rtl/test/accelerator_tb.vhd and accelerator_main.cpp print.</summary>
internal sealed partial class BenchLog(Action? onWindow = null)
{
    private readonly ImmutableArray<long>.Builder cycles = ImmutableArray.CreateBuilder<long>();

    /// <summary>Cycles of each window.</summary>
    public ImmutableArray<long> Cycles => cycles.ToImmutable();

    /// <summary>Beats that the bench says it has checked; 0 until it ends well.</summary>
    public int Beats { get; private set; }

    /// <summary>The first mismatch or watchdog message.</summary>
    public string? Failure { get; private set; }

    /// <summary>Takes a line.</summary>
    public void Add(string line)
    {
        if (Window().Match(line) is { Success: true } window)
        {
            cycles.Add(Number(window));
            onWindow?.Invoke();
        }
        else if (Checked().Match(line) is { Success: true } beats)
            Beats = (int)Math.Min(Number(beats), int.MaxValue);
        else if (Failing().Match(line) is { Success: true } failing)
            Failure ??= failing.Value;
    }

    // A number that is too long to be one is that of no run.
    private static long Number(Match match) =>
        long.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;

    [GeneratedRegex("^window [0-9]+ cycles ([0-9]+)$")]
    private static partial Regex Window();

    [GeneratedRegex("^checked ([0-9]+) beats$")]
    private static partial Regex Checked();

    [GeneratedRegex("(mismatch|watchdog|no vectors|memory contents):? .*$")]
    private static partial Regex Failing();
}
