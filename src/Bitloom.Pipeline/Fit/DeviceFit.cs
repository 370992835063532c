using System.Collections.Immutable;
using System.Globalization;
using Bitloom.Diagnostics;
using Bitloom.Projects;
using Bitloom.Toolchain;

namespace Bitloom.Pipeline;

/// <summary>Each resource of which an accelerator takes more than the device has, with what would help.</summary>
internal static class DeviceFit
{
    /// <summary>What does not fit, by what Yosys counted.</summary>
    public static ImmutableArray<Diagnostic> Counted(
        CompiledModel compiled, EngineSection engine, ResourceCounts counts)
    {
        var (device, remedy) = (engine.Device, new FitRemedy(compiled, engine));
        return
        [
            .. Over("FIT001", "LUTs", counts.Lut, device.Luts.Count, remedy.ForLuts),
            .. Over("FIT002", "LUTs as memory", counts.LutMemory, device.LutMemory.Count, remedy.ForLutMemory),
            .. Over("FIT003", "flip-flops", counts.FlipFlops, device.FlipFlops.Count, remedy.ForFlipFlops),
            .. Over("FIT004", "memory blocks", counts.BlockRam, device.BlockRams.Count, remedy.ForBlocks),
            .. Over("FIT005", "multipliers", counts.Dsp, device.Multipliers.Count, remedy.ForMultipliers),
        ];

        IEnumerable<Diagnostic> Over(
            string code, string what, double taken, int available, Func<double, int, string> help) =>
            Judge(device.Name, code, what, taken, available, help);
    }

    /// <summary>
    /// What does not fit, as far as it is known before synthesis: LUTs that memories are built of, block
    /// RAM, multipliers.
    /// </summary>
    public static ImmutableArray<Diagnostic> Planned(CompiledModel compiled, EngineSection engine)
    {
        var (device, remedy) = (engine.Device, new FitRemedy(compiled, engine));
        return
        [
            .. Judge(
                device.Name, "FIT001", "LUTs for its memories alone", remedy.Planned.Luts, device.Luts.Count,
                remedy.ForMemoryLuts),
            .. Judge(
                device.Name, "FIT002", "LUTs as memory", remedy.Planned.LutMemory, device.LutMemory.Count,
                remedy.ForLutMemory),
            .. Judge(
                device.Name, "FIT004", "memory blocks", remedy.PlannedBlocks, device.BlockRams.Count, remedy.ForBlocks),
            .. Judge(
                device.Name, "FIT005", "multipliers", remedy.PlannedMultipliers, device.Multipliers.Count,
                remedy.ForMultipliers),
        ];
    }

    private static IEnumerable<Diagnostic> Judge(
        string device, string code, string what, double taken, int available, Func<double, int, string> help)
    {
        if (taken > available)
        {
            yield return Diagnostic.Error(
                code, device, $"the accelerator takes {Text(taken)} {what}",
                $"at most {Text(available)} {what}, as many as the {device} has", help(taken, available));
        }
    }

    private static string Text(double count) => count.ToString("#,0.#", CultureInfo.InvariantCulture);
}
