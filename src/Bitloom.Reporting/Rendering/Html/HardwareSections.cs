using System.Collections.Immutable;

namespace Bitloom.Reporting;

/// <summary>What the accelerator is and does, cycle by cycle.</summary>
internal static class HardwareSections
{
    public static PageSection Program(Report report) => new(
        "program", "Program",
        report.Cycles is { Array: { } array } cycles
            ? $"An inference takes {NumberText.Count(cycles.Predicted)} cycles. In {NumberText.Count(array)} of them the "
                + "array takes operands; in the others it waits for the drain, for the softmax or for the streams."
            : "",
        HasTimes(report)
            ? [new("timeline", "Bars: when each instruction runs, and when the array is busy in it.")]
            : [],
        [],
        [
            HardwareTables.Timeline(report.Program), HardwareTables.Program(report.Program),
            .. report.Cycles is { } time ? [VerificationTables.Cycles(time)] : ImmutableArray<ReportTable>.Empty,
        ]);

    public static PageSection Memories(Report report)
    {
        // Constants lie still: what moves is worth a chart.
        var moving = report.MemoryMap.GroupBy(use => use.Memory)
            .Where(uses => uses.Any(use => use.Start > 0) || uses.Any(use => use.End < report.Cycles?.Predicted));
        return new(
            "memories", "Memories",
            "Which tensor lies at which addresses while an inference runs: space is used again as soon as a tensor is no "
                + "longer read.",
            [.. moving.Select(uses => new PageChart(
                "memory", $"Rectangles: tensors in {uses.Key} by address and cycle.", uses.Key, uses.Key))],
            [],
            [HardwareTables.Memories(report.Memories), HardwareTables.MemoryMap(report.MemoryMap)]);
    }

    public static PageSection Resources(Report report) => new(
        "resources", "Resources",
        report.Resources is { } known
            ? $"What the accelerator takes of the {known.Device}, by {known.Source}."
            : "",
        report.Resources is null
            ? []
            : [new("resources", "Bars: the share of each resource that is taken. The table below has the numbers.")],
        [],
        [
            .. report.Resources is { } resources
                ? [HardwareTables.Resources(resources)]
                : ImmutableArray<ReportTable>.Empty,
            .. report.Engine is { } engine ? [HardwareTables.Engine(engine)] : ImmutableArray<ReportTable>.Empty,
            .. report.Routing is { } routing
                ? [RoutingTable.Of(routing, report.Cycles)]
                : ImmutableArray<ReportTable>.Empty,
        ]);

    private static bool HasTimes(Report report) => report.Program.Any(instruction => instruction.End > 0);
}
