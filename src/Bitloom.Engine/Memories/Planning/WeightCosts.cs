using System.Collections.Immutable;

namespace Bitloom.Engine;

/// <summary>
/// What the memories of an engine take by the planes of its weights, all else being as it is: the cost of the plan that
/// <see cref="MemoryPlanner"/> would make, without making all of it again.
/// </summary>
public sealed class WeightCosts
{
    private readonly Func<WeightPlanes, IEnumerable<MemoryLayout>> weights;
    private readonly ImmutableArray<MemoryCost> others;
    private readonly Func<MemoryCost, (int, int, int)> rank;

    internal WeightCosts(
        Func<WeightPlanes, IEnumerable<MemoryLayout>> weights, ImmutableArray<MemoryCost> others,
        Func<MemoryCost, (int, int, int)> rank) => (this.weights, this.others, this.rank) = (weights, others, rank);

    /// <summary>The cost of all memories.</summary>
    public MemoryCost Of(WeightPlanes planes)
    {
        ArgumentNullException.ThrowIfNull(planes);
        var least = new MemoryCost(int.MaxValue, int.MaxValue, int.MaxValue);
        foreach (var layout in weights(planes))
        {
            foreach (var other in others)
            {
                var cost = other + layout.Cost;
                least = least.Luts == int.MaxValue || rank(cost).CompareTo(rank(least)) < 0 ? cost : least;
            }
        }

        return least;
    }
}
