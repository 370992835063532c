using System.Collections.Immutable;
using Bitloom.Projects;

namespace Bitloom.Exploration;

/// <summary>The order of trials by their best points: front, then crowding distance, then number.</summary>
internal static class TrialRanking
{
    private readonly record struct Place(int Rank, double Crowding)
    {
        /// <summary>Of a trial without points.</summary>
        public static readonly Place Last = new(int.MaxValue, 0);
    }

    /// <summary>The best first. All points are ranked together; trials without any come last.</summary>
    public static ImmutableArray<Trial> BestFirst(IEnumerable<Trial> trials, ImmutableArray<Measure> objectives)
    {
        var byNumber = trials.OrderBy(trial => trial.Number).ToList();
        var places = Places(FrontPoint.Of(byNumber), objectives);
        return [.. byNumber
            .Select(trial => (Trial: trial, Place: places.GetValueOrDefault(trial.Number, Place.Last)))
            .OrderBy(ranked => ranked.Place.Rank).ThenByDescending(ranked => ranked.Place.Crowding)
            .Select(ranked => ranked.Trial)];
    }

    private static Dictionary<int, Place> Places(ImmutableArray<FrontPoint> points, ImmutableArray<Measure> objectives)
    {
        ImmutableArray<Cost> costs = [.. points.Select(point => Cost.Of(point.Point, objectives))];
        return NonDominatedSorting.Fronts(costs)
            .SelectMany((front, rank) => front.Zip(CrowdingDistance.Of([.. front.Select(index => costs[index])]),
                (index, crowding) => (points[index].Trial.Number, Place: new Place(rank, crowding))))
            .GroupBy(ranked => ranked.Number, ranked => ranked.Place)
            .ToDictionary(trial => trial.Key,
                trial => trial.OrderBy(place => place.Rank).ThenByDescending(place => place.Crowding).First());
    }
}
