using Bitloom.Engine;

namespace Bitloom.Conformance.Tests.Programs;

/// <summary>How the memories of a simulated engine are built.</summary>
internal static class SplitMemories
{
    // Blocks so small, and so few, that the memories of a small model are cut by bits and by words, and kinds are mixed.
    private static readonly MemoryFamily Family = MemoryFamily.SevenSeries with
    {
        Shapes = [new(3, 8, 1), new(5, 4, 1), new(7, 16, 2), new(1, 32, 1)],
    };

    /// <summary>Every memory whole.</summary>
    public static MemoryPlan None(EngineParameters parameters) => MemoryPlan.Whole(parameters, new(), loadPort: false);

    /// <summary>Split wherever a few tiny blocks save a LUT.</summary>
    public static MemoryPlan Tiny(EngineParameters parameters) =>
        MemoryPlanner.Plan(parameters, new(), new(Family, BlockUnits: 12, LutMemory: 40));
}
