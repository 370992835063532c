using System.Collections.Immutable;
using Bitloom.Data;
using Bitloom.Diagnostics;
using Bitloom.Projects;

namespace Bitloom.Pipeline;

/// <summary>
/// Whether the model fits the device, found out with the untrained one. What it finds are warnings, as the trained model
/// may need a little less.
/// </summary>
internal static class PlanCheck
{
    public static ImmutableArray<Diagnostic> Of(Project project, ITaskData data, CancellationToken cancellation) =>
        UntrainedModel.Compile(project, data, cancellation) is not { } program ? []
        : program.Ok ? Misfits(project, data, EstimateStage.Of(program.Value, project.Engine), cancellation)
        : [.. program.Diagnostics];

    /// <summary>What of an estimate does not fit.</summary>
    public static ImmutableArray<Diagnostic> Misfits(
        Project project, ITaskData data, ProjectEstimate estimate, CancellationToken cancellation) =>
        DeviceFit.Estimated(
            project.Engine.Device, estimate.Resources, () => FitChanges.Of(project, data, counted: null, cancellation));
}
