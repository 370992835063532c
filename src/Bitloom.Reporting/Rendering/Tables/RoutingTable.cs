using System.Collections.Immutable;

namespace Bitloom.Reporting;

/// <summary>The routed bitstream.</summary>
internal static class RoutingTable
{
    private const double CyclesPerMegahertz = 1e6;

    public static ReportTable Of(RoutingSection routing, CyclesSection? cycles) => new(
        $"Bitstream for the {routing.Board} ({routing.Source})",
        [new("number"), new("value", Numeric: true), new("available", Numeric: true)],
        [
            Row("clock, MHz", NumberText.Number(routing.ClockMegahertz)),
            Row("clock reached, MHz", NumberText.Number(routing.ReachedMegahertz)),
            .. cycles is null ? [] : (ImmutableArray<string>[])
            [
                Row("inferences a second, without the line", NumberText.Count(
                    (long)(routing.ClockMegahertz * CyclesPerMegahertz / cycles.Predicted))),
            ],
            Row("logic cells", routing.LogicCells),
            Row("memory blocks", routing.BlockRam),
            Row("large memories", routing.LargeRam),
            Row("DSP slices", routing.Dsp),
            Row("placement seed", NumberText.Count(routing.Seed)),
            Row("bytes", NumberText.Count(routing.BitstreamBytes)),
        ]);

    private static ImmutableArray<string> Row(string name, string value) => [name, value, ""];

    private static ImmutableArray<string> Row(string name, RoutedUse use) =>
        [name, NumberText.Count(use.Used), NumberText.Count(use.Available)];
}
