using System.Collections.Immutable;
using Bitloom.Projects;

namespace Bitloom.Exploration;

/// <summary>Which points are on the Pareto front. To be replaced by ParetoFront.</summary>
internal static class ViewFront
{
    public static ImmutableArray<bool> Of(ImmutableArray<ViewPoint> points, ImmutableArray<Measure> objectives)
    {
        var values = points.Select(point => objectives.Select(measure => Value(point, measure)).ToArray()).ToArray();
        var feasible = Enumerable.Range(0, points.Length).Where(index => points[index].Excess == 0).ToArray();
        return
        [
            .. points.Select((point, index) => point.Excess == 0
                && !feasible.Any(other => Dominates(values[other], values[index]))),
        ];
    }

    private static double Value(ViewPoint point, Measure measure) =>
        point.Measures.TryGetValue(measure, out var value) && !double.IsNaN(value) ? value : double.PositiveInfinity;

    private static bool Dominates(double[] one, double[] other)
    {
        var better = false;
        for (var index = 0; index < one.Length; index++)
        {
            if (one[index] > other[index])
                return false;
            better |= one[index] < other[index];
        }

        return better;
    }
}
