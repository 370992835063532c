namespace Bitloom.Engine;

/// <summary>The ways to build one memory that can be the best.</summary>
internal static class MemoryOptions
{
    /// <summary>The layouts of a memory under the budget; a kind that is asked for is kept anyway.</summary>
    public static IEnumerable<MemoryLayout> Of(
        EngineParameters parameters, EngineMemory memory, MemoryKind kind, MemoryBudget budget, bool loadPort)
    {
        var copies = Copies(parameters, memory);
        return loadPort || !MemoryPlan.IsModel(memory)
            ? Written(parameters, memory, kind, budget.Family, loadPort, copies)
            : ReadOnly(parameters, memory, kind, budget, copies);
    }

    // An engine without functions has no memory of their tables.
    private static int Copies(EngineParameters parameters, EngineMemory memory) => memory switch
    {
        EngineMemory.Exponential => parameters.Shape.R,
        EngineMemory.Function => parameters.Depths.Function > 2 ? parameters.Shape.R : 0,
        _ => 1,
    };

    private static IEnumerable<MemoryLayout> ReadOnly(
        EngineParameters parameters, EngineMemory memory, MemoryKind kind, MemoryBudget budget, int copies)
    {
        var planes = MemoryPlane.Of(parameters, memory);
        var best = Best(budget.BlockUnits);
        for (var units = 2 * (budget.BlockUnits + 1); best.All(slices => slices is null); units *= 2)
            best = Best(units);
        for (var units = 0; units < best.Length; units++)
        {
            if (best[units] is { } slices)
                yield return new(memory, slices.Parts(), copies, copies * new MemoryCost(units, 0, slices.Luts));
        }

        Slices?[] Best(int units) => ReadOnlySlices.Best(
            budget.Family, planes, kind == MemoryKind.Distributed ? 0 : units, kind == MemoryKind.Block);
    }

    private static IEnumerable<MemoryLayout> Written(
        EngineParameters parameters, EngineMemory memory, MemoryKind kind, MemoryFamily family, bool loadPort,
        int copies)
    {
        if (kind != MemoryKind.Distributed || !family.HasLutMemory)
            yield return Whole(MemoryKind.Block, part => PrimitiveCost.OfBlock(family, part.Bits, part.Words));
        if (kind != MemoryKind.Block && family.HasLutMemory)
            yield return Whole(MemoryKind.Distributed, part => PrimitiveCost.OfLuts(family, part.Bits, part.Words));

        MemoryLayout Whole(MemoryKind each, Func<MemoryPart, MemoryCost> costs)
        {
            var parts = MemoryPlan.WholeParts(parameters, memory, each, loadPort);
            var counted = memory == EngineMemory.Input
                ? [parts[0] with { Bits = parameters.Widths.ActivationBits }]
                : parts;
            var cost = counted.Select(costs).Aggregate(MemoryCost.None, (sum, part) => sum + part);
            return new(memory, parts, copies, copies * Lanes(memory, parameters) * cost);
        }
    }

    // The input bank is written lane by lane: T memories of one element.
    private static int Lanes(EngineMemory memory, EngineParameters parameters) =>
        memory == EngineMemory.Input ? parameters.Shape.T : 1;
}
