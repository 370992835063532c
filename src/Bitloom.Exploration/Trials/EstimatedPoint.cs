using System.Collections.Immutable;
using Bitloom.Pipeline;
using Bitloom.Projects;

namespace Bitloom.Exploration;

/// <summary>A point as its estimate has it.</summary>
internal static class EstimatedPoint
{
    /// <param name="settings">That made the project; the engine that it has is added.</param>
    /// <param name="predictions">What is known of its predictions.</param>
    public static TrialPoint Of(
        Project project, ProjectEstimate estimate, ImmutableSortedDictionary<string, string> settings,
        IEnumerable<KeyValuePair<Measure, double>> predictions)
    {
        var measures = EngineMeasures.Of(estimate.Resources, estimate.Cycles, project.Engine).AddRange(predictions);
        var limits = MeasureLimits.Of(project.Engine.Device, project.Explore.Constraints);
        return new(
            measures, project.Precision, settings.SetItems(PointSettings.OfShape(estimate.Shape)),
            limits.ExcessOf(measures) + ClockLimit.ExcessOf(estimate));
    }
}
