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
        Diagnostic[] machine =
        [
            .. Preflight.Missing(await ToolVersions.ProbeAsync(programs.Compilers, cancellation)),
            .. MachineCheck.Of(found.OutputFolder, programs.SimulatorFolder ?? SimulatorCache.Root(), programs.FreeSpace),
        ];
        var plan = found is { Project: { } project, Data: { } data }
            ? await Task.Run(() => PlanCheck.Of(project, data, cancellation), cancellation)
            : [];
        var outcome = found.Outcome == BuildOutcome.Verified && machine.Any(d => d.Severity == Severity.Error)
            ? BuildOutcome.ToolFailed
            : found.Outcome;
        return new(outcome, [.. found.Diagnostics, .. machine, .. plan]);
    }
}
