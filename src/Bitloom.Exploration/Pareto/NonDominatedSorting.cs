using System.Collections.Immutable;

namespace Bitloom.Exploration;

/// <summary>The fast non-dominated sort (Deb et al. 2002, section III.A).</summary>
internal static class NonDominatedSorting
{
    /// <summary>Indices by front: the first is dominated by nothing, each next one only by those before it.</summary>
    public static ImmutableArray<ImmutableArray<int>> Fronts(IReadOnlyList<Cost> costs)
    {
        var dominated = costs.Select(cost => Where(costs, cost.Dominates)).ToList();
        var dominators = costs.Select(cost => costs.Count(other => other.Dominates(cost))).ToArray();
        var fronts = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        for (var front = First(dominators); !front.IsEmpty; front = Next(front, dominated, dominators))
            fronts.Add(front);
        return fronts.ToImmutable();
    }

    private static ImmutableArray<int> First(int[] dominators) =>
        [.. Enumerable.Range(0, dominators.Length).Where(index => dominators[index] == 0)];

    private static ImmutableArray<int> Next(
        ImmutableArray<int> front, List<ImmutableArray<int>> dominated, int[] dominators) =>
        [.. front.SelectMany(index => dominated[index]).Where(index => --dominators[index] == 0).Order()];

    private static ImmutableArray<int> Where(IReadOnlyList<Cost> costs, Func<Cost, bool> condition) =>
        [.. Enumerable.Range(0, costs.Count).Where(index => condition(costs[index]))];
}
