using System.Collections.Immutable;
using Bitloom.Diagnostics;
using Bitloom.Reporting;

namespace Bitloom.Pipeline;

/// <summary>
/// What is said when two implementations differ: a fault of Bitloom, which makes the result unusable.
/// </summary>
internal static class VerificationFault
{
    private const string Remedy =
        "do not use this accelerator; please report it with the project file and the data, " +
        "as this is a fault of Bitloom";

    /// <summary>One for each comparison that found a difference, and one for cycles that were not predicted.</summary>
    public static ImmutableArray<Diagnostic> All(IEnumerable<RungResult> rungs, CyclesSection? cycles)
    {
        var differing = rungs.Where(rung => rung.Differences > 0).Select(Of);
        return cycles is { Simulated: { } simulated } && simulated != cycles.Predicted
            ? [.. differing, OfCycles(cycles.Predicted, simulated)]
            : [.. differing];
    }

    public static Diagnostic Of(RungResult rung) => Diagnostic.Error(
        "VERIFY001", rung.To,
        FormattableString.Invariant(
            $"{rung.Differences} of {rung.Compared} values differ; first {rung.First ?? "unknown"}"),
        $"what the {rung.From} computes", Remedy);

    public static Diagnostic OfCycles(long predicted, long simulated) => Diagnostic.Error(
        "VERIFY002", "cycles",
        FormattableString.Invariant($"an inference took {simulated} cycles in the RTL"),
        FormattableString.Invariant($"{predicted} cycles, as the compiler predicted"), Remedy);
}
