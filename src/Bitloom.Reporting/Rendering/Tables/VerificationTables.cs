using System.Collections.Immutable;

namespace Bitloom.Reporting;

/// <summary>What was compared and proven.</summary>
internal static class VerificationTables
{
    public static ReportTable Agreement(ImmutableArray<AgreementEntry> entries) => new(
        "Agreement to the bit",
        [new("from"), new("to"), new("values compared", Numeric: true), new("differences", Numeric: true)],
        [.. entries.Select(entry => ImmutableArray.Create(
            entry.From, entry.To, NumberText.Count(entry.Compared), NumberText.Count(entry.Differences)))]);

    public static ReportTable Cycles(CyclesSection cycles) => new(
        "Cycles of an inference",
        [new("number"), new("value", Numeric: true)],
        [
            ["predicted by the compiler", NumberText.Count(cycles.Predicted)],
            ["counted in simulation", NumberText.Count(cycles.Simulated)],
            ["array at work", NumberText.Percent(cycles.Array / (double)cycles.Predicted)],
            ["clock, MHz", NumberText.Number(cycles.ClockMegahertz)],
            ["clock within reach, MHz, estimated", Reach(cycles.Reach)],
            ["latency, us", NumberText.Number(cycles.LatencyMicroseconds)],
        ]);

    private static string Reach(ReachEntry? reach) => reach is null
        ? NumberText.Number(null)
        : $"{NumberText.Number(Math.Round(reach.Megahertz))}, give or take {NumberText.Percent(reach.Error)}";

    public static ReportTable ErrorBounds(ImmutableArray<ErrorBoundEntry> entries) => new(
        "Proven rounding error",
        [new("tensor"), new("bound, LSB", Numeric: true), new("limit, LSB", Numeric: true)],
        [.. entries.Select(entry => ImmutableArray.Create(
            entry.Tensor, NumberText.Number(entry.Bound), NumberText.Number(entry.Limit)))]);

    public static ReportTable QuantizationErrors(ImmutableArray<QuantizationErrorEntry> entries) => new(
        "Quantization error",
        [
            new("tensor"), new("bits", Numeric: true), new("mean, LSB", Numeric: true), new("largest, LSB", Numeric: true),
        ],
        [.. entries.Select(entry => ImmutableArray.Create(
            entry.Tensor, NumberText.Count(entry.Bits), NumberText.Number(entry.Mean),
            NumberText.Number(entry.Largest)))]);
}
