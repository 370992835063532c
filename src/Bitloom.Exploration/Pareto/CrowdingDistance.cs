namespace Bitloom.Exploration;

/// <summary>How much room each member of a front has to itself (Deb et al. 2002, section III.B).</summary>
internal static class CrowdingDistance
{
    /// <summary>By member: infinite for extremes, else the normalized sides of the box up to its neighbors.</summary>
    public static double[] Of(IReadOnlyList<Cost> front)
    {
        var distances = new double[front.Count];
        for (var objective = 0; front.Count > 0 && objective < front[0].Values.Length; objective++)
            Add(distances, Finite([.. front.Select(cost => cost.Values[objective])]));
        return distances;
    }

    private static void Add(double[] distances, double[] values)
    {
        var order = Enumerable.Range(0, values.Length).OrderBy(index => values[index]).ToArray();
        var span = values[order[^1]] - values[order[0]];
        distances[order[0]] = distances[order[^1]] = double.PositiveInfinity;
        for (var i = 1; i < order.Length - 1 && span > 0; i++)
            distances[order[i]] += (values[order[i + 1]] - values[order[i - 1]]) / span;
    }

    /// <summary>An unknown cost counts as the greatest known one: differences of infinities say nothing.</summary>
    private static double[] Finite(double[] values)
    {
        var greatest = values.Where(double.IsFinite).DefaultIfEmpty(0).Max();
        return [.. values.Select(value => double.IsFinite(value) ? value : greatest)];
    }
}
