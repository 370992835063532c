using System.Collections.Immutable;
using Bitloom.Projects;

namespace Bitloom.Exploration;

/// <summary>The points that no other one is better than in all objectives; of equal ones the first.</summary>
public static class ParetoFront
{
    /// <summary>The deployable points of the front of finished trials, by trial number and index.</summary>
    public static ImmutableArray<FrontPoint> Of(IEnumerable<Trial> trials, ImmutableArray<Measure> objectives) =>
        Of(FrontPoint.Of(trials).Where(point => point.Point.Excess == 0), point => point.Point, objectives);

    /// <summary>
    /// The items whose points nothing dominates, in their order. What breaks the constraints less dominates what breaks
    /// them more, whatever the objectives are (Deb et al. 2002).
    /// </summary>
    public static ImmutableArray<T> Of<T>(
        IEnumerable<T> items, Func<T, TrialPoint> point, ImmutableArray<Measure> objectives)
    {
        var distinct = items.Select(item => (Item: item, Cost: Cost.Of(point(item), objectives)))
            .DistinctBy(pair => pair.Cost).ToList();
        return [.. distinct.Where(pair => !distinct.Exists(other => other.Cost.Dominates(pair.Cost)))
            .Select(pair => pair.Item)];
    }
}
