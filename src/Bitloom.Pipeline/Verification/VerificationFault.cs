using Bitloom.Diagnostics;

namespace Bitloom.Pipeline;

/// <summary>
/// What is said when two implementations differ: a fault of Bitloom, which makes the result unusable.
/// </summary>
internal static class VerificationFault
{
    private const string Remedy =
        "do not use this accelerator; please report it with the project file and the data, " +
        "as this is a fault of Bitloom";

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
