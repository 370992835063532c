using System.Collections.Immutable;
using Bitloom.Diagnostics;
using Bitloom.Toolchain;

namespace Bitloom.Pipeline;

/// <summary>
/// All that can be told of a project before it is built: what a build looks at first, and whether the model fits the
/// device and the machine has room.
/// </summary>
internal static class ProjectCheck
{
    public static async Task<CheckResult> RunAsync(
        BuildRequest request, BuildTools programs, CancellationToken cancellation)
    {
        var found = await Preflight.LookAsync(request, programs, cancellation);
        Diagnostic[] missing =
            [.. Preflight.Missing(await ToolVersions.ProbeAsync(programs.Compilers, cancellation))];
        Diagnostic[] machine =
        [
            .. MachineCheck.Of(
                found.OutputFolder, programs.SimulatorFolder ?? SimulatorCache.Root(), programs.FreeSpace),
        ];
        var plan = found is { Project: { } project, Data: { } data } && Directory.Exists(Path.GetTempPath())
            ? await Task.Run(() => PlanCheck.Of(project, data, cancellation), cancellation)
            : [];
        return new(
            Outcome(found, missing, [.. machine, .. plan]), [.. found.Diagnostics, .. missing, .. machine, .. plan]);
    }

    // The user's own faults come first.
    private static BuildOutcome Outcome(
        PreflightFindings found, Diagnostic[] missing, ImmutableArray<Diagnostic> others) =>
        others.Any(diagnostic => diagnostic.Severity == Severity.Error) ? BuildOutcome.UserFault
        : found.Outcome == BuildOutcome.Verified && missing.Length > 0 ? BuildOutcome.ToolFailed
        : found.Outcome;
}
