using System.Collections.Immutable;
using Bitloom.Toolchain;

namespace Bitloom.Pipeline;

/// <summary>One run of the accelerator's bench in GHDL.</summary>
/// <param name="Process">How GHDL ended; the bench fails on the first difference.</param>
/// <param name="Cycles">Cycles of each window that was checked completely, in order.</param>
/// <param name="Beats">Output elements compared without a difference.</param>
/// <param name="Expected">Output elements that there were to compare.</param>
/// <param name="Windows">Windows that they belong to.</param>
/// <param name="Outputs">The elements that the accelerator put out, as the bench wrote them down.</param>
/// <param name="Failure">The bench's own words on what differs, or null.</param>
public sealed record RtlRun(
    ProcessResult Process, ImmutableArray<long> Cycles, int Beats, int Expected, int Windows,
    ImmutableArray<int> Outputs, string? Failure)
{
    /// <summary>
    /// True when every beat was as expected and written down, and the cycles of every window were counted.
    /// </summary>
    public bool Ok => Process.Ok && Failure is null
        && Beats > 0 && Beats == Expected && Outputs.Length == Expected && Cycles.Length == Windows;
}
