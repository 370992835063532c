using System.Collections.Immutable;
using System.Globalization;
using Bitloom.Diagnostics;
using Bitloom.Engine;
using Bitloom.Estimation;
using Bitloom.Toolchain;

namespace Bitloom.Pipeline;

/// <summary>Each resource of which an accelerator takes more than the device has, with what would make it fit.</summary>
internal static class DeviceFit
{
    private const string Memories = "LUTs for its memories alone";

    /// <summary>What does not fit, by what Yosys counted.</summary>
    /// <param name="changes">Looks for changes that make it fit (<see cref="FitChanges"/>); asked only when it does not.</param>
    public static ImmutableArray<Diagnostic> Counted(
        Device device, ResourceCounts counts, Func<IReadOnlyCollection<FitChange>> changes) =>
        Judge(device, TakenResources.Of(counts), "LUTs", changes);

    /// <summary>What does not fit, as far as it is certain before synthesis: memories and multipliers.</summary>
    /// <param name="changes">As for <see cref="Counted"/>.</param>
    public static ImmutableArray<Diagnostic> Planned(
        Device device, EngineProgram program, MemoryPlan memories, Func<IReadOnlyCollection<FitChange>> changes) =>
        Judge(device, TakenResources.Of(program, memories, device), Memories, changes);

    /// <summary>Warnings of what will not fit, as estimated with untrained weights.</summary>
    /// <param name="changes">As for <see cref="Counted"/>.</param>
    public static ImmutableArray<Diagnostic> Estimated(
        Device device, ResourceEstimate estimate, Func<IReadOnlyCollection<FitChange>> changes) =>
        [.. Judge(device, TakenResources.Of(estimate), "LUTs", changes).Select(AsWarning)];

    private static ImmutableArray<Diagnostic> Judge(
        Device device, TakenResources taken, string luts, Func<IReadOnlyCollection<FitChange>> changes)
    {
        (string Code, string What, double Taken, int Available)[] excess =
        [
            .. new (string, string, double Taken, int Available)[]
            {
                ("FIT001", luts, taken.Luts, device.Luts.Count),
                ("FIT002", "LUTs as memory", taken.LutMemory, device.LutMemory.Count),
                ("FIT003", "flip-flops", taken.FlipFlops, device.FlipFlops.Count),
                ("FIT004", "memory blocks", taken.Blocks, device.BlockRams.Count),
                ("FIT005", "multipliers", taken.Multipliers, device.Multipliers.Count),
            }.Where(each => each.Taken > each.Available),
        ];
        if (excess.Length == 0)
            return [];
        // Each change makes all fit, so that it is told once.
        return
        [
            .. excess.Select((each, index) => Diagnostic.Error(
                each.Code, device.Name,
                $"the accelerator takes {Text(each.Taken)} {each.What}, {Text(each.Taken - each.Available)} too many",
                $"at most {Text(each.Available)} {each.What}, as many as the {device.Name} has",
                index == 0 ? Remedy(changes()) : $"as for {excess[0].Code}")),
        ];
    }

    private static string Remedy(IReadOnlyCollection<FitChange> changes) => changes.Count == 0
        ? "choose a smaller model or a larger device"
        : $"set {string.Join("\n            or  ", changes)}";

    private static Diagnostic AsWarning(Diagnostic misfit) => misfit with
    {
        Severity = Severity.Warning,
        Found = misfit.Found.Replace("takes", "will take, as estimated with untrained weights,", StringComparison.Ordinal),
    };

    private static string Text(double count) => count.ToString("#,0.#", CultureInfo.InvariantCulture);
}
