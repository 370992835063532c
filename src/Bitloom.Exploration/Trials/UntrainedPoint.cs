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
        return UntrainedModel.Compile(project, inputs.Data, cancellation) is { Ok: true } program
            ? EstimatedPoint.Of(project, EstimateStage.Of(program.Value, project.Engine), settings, predictions: [])
            : null;
    }
}
