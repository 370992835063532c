using System.Collections.Immutable;
using Bitloom.Projects;

namespace Bitloom.Exploration;

/// <summary>The deployable point with the least value of an objective; of equal ones the first.</summary>
/// <param name="Point">Its <see cref="ViewPoint.Id"/>.</param>
public sealed record ViewBest(Measure Measure, string Point, double Value)
{
    internal static ImmutableArray<ViewBest> Of(
        ImmutableArray<Measure> objectives, ImmutableArray<ViewPoint> points) =>
        [.. objectives.Distinct().Select(measure => Of(measure, points)).OfType<ViewBest>()];

    private static ViewBest? Of(Measure measure, ImmutableArray<ViewPoint> points) => points
        .Where(point => point.Excess == 0 && double.IsFinite(point.Measures.GetValueOrDefault(measure, double.NaN)))
        .Select(point => new ViewBest(measure, point.Id, point.Measures[measure]))
        .MinBy(best => best.Value);
}
