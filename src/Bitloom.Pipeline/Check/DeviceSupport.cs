using Bitloom.Diagnostics;
using Bitloom.Projects;

namespace Bitloom.Pipeline;

/// <summary>What cannot be done yet for the architecture of a device, told before anything takes time.</summary>
internal static class DeviceSupport
{
    /// <summary>Whether the synthesized netlist is asked for, and can be simulated.</summary>
    public static bool PlaysNetlist(Project project) => WantsNetlist(project) && HasModels(project);

    /// <summary>What a build leaves out.</summary>
    public static IEnumerable<Diagnostic> Of(Project project)
    {
        if (WantsNetlist(project) && !HasModels(project))
        {
            yield return Diagnostic.Warning(
                "DEVICE006", project.Engine.Device.Name,
                "the netlist will be counted, but not simulated: Yosys has no models of the multipliers and memory "
                    + $"blocks of {SynthesizeStage.FamilyOf(project.Engine.Device).Name}",
                "models of all cells, with which the netlist would be the last rung of the verification",
                "none is needed, as the translated RTL is simulated; verification.netlistWindows: 0 asks for no more");
        }
    }

    private static bool WantsNetlist(Project project) =>
        SynthesizeStage.IsWanted(project) && project.Verification.NetlistWindows > 0;

    private static bool HasModels(Project project) =>
        SynthesizeStage.FamilyOf(project.Engine.Device).Models is not null;
}
