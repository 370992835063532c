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
    public static ImmutableArray<Diagnostic> Of(Project project, ITaskData data, CancellationToken cancellation)
    {
        if (UntrainedModel.Compile(project, data, cancellation) is not { } program)
            return [];
        if (!program.Ok)
            return [.. program.Diagnostics];
        var estimate = EstimateStage.Of(program.Value, project.Engine);
        return [.. Misfits(project, data, estimate, cancellation), .. Clock(estimate)];
    }

    /// <summary>What of an estimate does not fit.</summary>
    public static ImmutableArray<Diagnostic> Misfits(
        Project project, ITaskData data, ProjectEstimate estimate, CancellationToken cancellation) =>
        DeviceFit.Estimated(
            project.Engine.Device, estimate.Resources, () => FitChanges.Of(project, data, counted: null, cancellation));

    /// <summary>A warning where the clock that is asked for is beyond what is estimated, error included.</summary>
    public static IEnumerable<Diagnostic> Clock(ProjectEstimate estimate)
    {
        if (estimate.Clock is { } clock && estimate.Megahertz > clock.Megahertz * (1 + clock.Error.High))
        {
            yield return Diagnostic.Warning(
                "FIT006", "engine.clock",
                FormattableString.Invariant(
                    $"engine.clock is {estimate.Megahertz:0.##} MHz, and about {clock.Megahertz:0} MHz are within reach"),
                FormattableString.Invariant(
                    $"at most {clock.Megahertz:0} MHz, {clock.Error.High:0%} more at best, by the longest path of such an engine"),
                FormattableString.Invariant($"set engine.clock to {Math.Floor(clock.Megahertz):0}"));
        }
    }
}
