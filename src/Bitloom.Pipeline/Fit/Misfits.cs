using System.Collections.Immutable;
using Bitloom.Diagnostics;

namespace Bitloom.Pipeline;

/// <summary>What of a build does not fit its device, and the changes with which it does.</summary>
internal static class Misfits
{
    /// <summary>As planned, before synthesis.</summary>
    public static ImmutableArray<Diagnostic> OfPlan(
        BuildInputs inputs, CompiledModel compiled, CancellationToken cancellation) =>
        DeviceFit.Planned(
            inputs.Project.Engine.Device, compiled.Program, compiled.Hardware.Memories,
            () => FitChanges.Of(inputs.Project, inputs.Data, counted: null, cancellation));

    /// <summary>As synthesis counted it.</summary>
    public static ImmutableArray<Diagnostic> OfSynthesis(
        BuildInputs inputs, SynthesizedModel synthesized, CancellationToken cancellation) =>
        DeviceFit.Counted(
            inputs.Project.Engine.Device, synthesized.Counts,
            () => FitChanges.Of(inputs.Project, inputs.Data, TakenResources.Of(synthesized.Counts), cancellation));
}
