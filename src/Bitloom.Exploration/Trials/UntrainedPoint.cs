using System.Collections.Immutable;
using Bitloom.Pipeline;

namespace Bitloom.Exploration;

/// <summary>What a project takes with its untrained model.</summary>
internal static class UntrainedPoint
{
    /// <summary>The point, without what only training tells; null where the untrained model says nothing.</summary>
    public static TrialPoint? Of(
        BuildInputs inputs, ImmutableSortedDictionary<string, string> settings, CancellationToken cancellation)
    {
        var project = inputs.Project;
        if (UntrainedModel.Compile(project, inputs.Data, cancellation) is not { Ok: true } program)
            return null;
        var estimate = EstimateStage.Of(program.Value, project.Engine);
        var measures = EngineMeasures.Of(estimate.Resources, estimate.Cycles, project.Engine);
        var limits = MeasureLimits.Of(project.Engine.Device, project.Explore.Constraints);
        return new(
            measures, project.Precision, settings.SetItems(PointSettings.OfShape(estimate.Shape)),
            limits.ExcessOf(measures) + ClockLimit.ExcessOf(estimate));
    }
}
