using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Bitloom.Engine;

/// <summary>
/// What the memories of an engine take by the planes of its weights, all else being as it is: the cost of the plan that
/// <see cref="MemoryPlanner"/> would make, without making all of it again. Safe for use by several threads.
/// </summary>
public sealed class WeightCosts
{
    private const int None = int.MaxValue;

    private readonly EngineParameters parameters;
    private readonly MemoryKind kind;
    private readonly MemoryBudget budget;
    private readonly bool loadPort;
    private readonly ImmutableArray<MemoryCost> others;
    private readonly Func<MemoryCost, (int, int, int)> rank;
    private readonly ConcurrentDictionary<(int Bits, int Words), int[]> planesKnown = new();

    internal WeightCosts(
        EngineParameters parameters, MemoryKind kind, MemoryBudget budget, bool loadPort,
        ImmutableArray<MemoryCost> others, Func<MemoryCost, (int, int, int)> rank)
    {
        (this.parameters, this.kind, this.budget, this.loadPort) = (parameters, kind, budget, loadPort);
        (this.others, this.rank) = (others, rank);
    }

    /// <summary>The cost of all memories.</summary>
    public MemoryCost Of(WeightPlanes planes)
    {
        ArgumentNullException.ThrowIfNull(planes);
        var least = new MemoryCost(None, None, None);
        foreach (var weights in Weights(planes))
        {
            foreach (var other in others)
            {
                var cost = other + weights;
                least = least.Luts == None || rank(cost).CompareTo(rank(least)) < 0 ? cost : least;
            }
        }

        return least;
    }

    private IEnumerable<MemoryCost> Weights(WeightPlanes planes)
    {
        var luts = loadPort ? [] : ByUnits(planes);
        return luts.Any(each => each != None)
            ? luts.Select((each, units) => new MemoryCost(units, 0, each)).Where(cost => cost.Luts != None)
            : MemoryOptions.Of(parameters with { Weights = planes }, EngineMemory.Weight, kind, budget, loadPort)
                .Select(layout => layout.Cost);
    }

    // The planes are slices of their own, so that what they take adds up.
    private int[] ByUnits(WeightPlanes planes)
    {
        var sum = new int[budget.BlockUnits + 1];
        Array.Fill(sum, None);
        sum[0] = 0;
        foreach (var plane in planes.Planes)
            sum = Sum(sum, planesKnown.GetOrAdd((parameters.Shape.G * plane.Bits, plane.Words), OfPlane));
        return sum;
    }

    private int[] OfPlane((int Bits, int Words) plane)
    {
        var units = kind == MemoryKind.Distributed ? 0 : budget.BlockUnits;
        var best = ReadOnlySlices.Best(
            budget.Family, [new(0, plane.Bits, plane.Words)], units, kind == MemoryKind.Block);
        return [.. best.Select(slices => slices?.Luts ?? None)];
    }

    private static int[] Sum(int[] left, int[] right)
    {
        var sum = new int[left.Length];
        Array.Fill(sum, None);
        for (var first = 0; first < left.Length; first++)
        {
            for (var second = 0; second < right.Length && first + second < sum.Length; second++)
            {
                if (left[first] != None && right[second] != None)
                    sum[first + second] = Math.Min(sum[first + second], left[first] + right[second]);
            }
        }

        return sum;
    }
}
