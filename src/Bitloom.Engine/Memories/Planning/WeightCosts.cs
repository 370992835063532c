using System.Collections.Immutable;

namespace Bitloom.Engine;

/// <summary>
/// What the memories of an engine take by the planes of its weights, all else being as it is: the cost of the plan that
/// <see cref="MemoryPlanner"/> would make, without making all of it again. Safe for use by several threads.
/// </summary>
public sealed class WeightCosts
{
    private readonly EngineParameters parameters;
    private readonly MemoryKind kind;
    private readonly MemoryBudget budget;
    private readonly bool loadPort;
    private readonly ImmutableArray<MemoryCost> others;
    private readonly PlaneTable table;
    private readonly MemoryCost?[] leastOthers;

    internal WeightCosts(
        EngineParameters parameters, MemoryKind kind, MemoryBudget budget, bool loadPort,
        ImmutableArray<MemoryCost> others, PlaneTable table)
    {
        (this.parameters, this.kind, this.budget, this.loadPort) = (parameters, kind, budget, loadPort);
        (this.others, this.table) = (others, table);
        leastOthers = LeastByUnits(others, budget);
    }

    /// <summary>The cost of all memories.</summary>
    public MemoryCost Of(WeightPlanes planes)
    {
        ArgumentNullException.ThrowIfNull(planes);
        return WithinBudget(planes) ?? MemoryOptions
            .Of(parameters with { Weights = planes }, EngineMemory.Weight, kind, budget, loadPort)
            .SelectMany(weights => others.Select(other => weights.Cost + other))
            .MinBy(cost => MemoryPlanner.Rank(cost, budget));
    }

    // The weights take the units that are left by the other memories: no more than one choice of these for each number.
    private MemoryCost? WithinBudget(WeightPlanes planes)
    {
        if (loadPort)
            return null;
        var luts = table.LutsByUnits(planes, parameters.Shape.G);
        MemoryCost? least = null;
        for (var units = 0; units < luts.Length; units++)
        {
            if (luts[units] != PlaneTable.None && leastOthers[budget.BlockUnits - units] is { } other)
                least = Less(least, other + new MemoryCost(units, 0, luts[units]));
        }

        return least;
    }

    // By the most units that they may take; null where they take more.
    private static MemoryCost?[] LeastByUnits(ImmutableArray<MemoryCost> costs, MemoryBudget budget)
    {
        var least = new MemoryCost?[budget.BlockUnits + 1];
        foreach (var cost in costs.Where(cost => cost.LutMemory <= budget.LutMemory))
        {
            for (var units = cost.BlockUnits; units < least.Length; units++)
                least[units] = Less(least[units], cost);
        }

        return least;
    }

    private static MemoryCost Less(MemoryCost? one, MemoryCost other) =>
        one is { } known && Order(known).CompareTo(Order(other)) <= 0 ? known : other;

    private static (int, int, int) Order(MemoryCost cost) => (cost.Luts, cost.BlockUnits, cost.LutMemory);
}
