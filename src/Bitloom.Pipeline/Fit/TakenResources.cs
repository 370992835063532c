using Bitloom.Engine;
using Bitloom.Estimation;
using Bitloom.Toolchain;

namespace Bitloom.Pipeline;

/// <summary>What an accelerator takes of each resource that a device counts; memory blocks in the device's own.</summary>
internal readonly record struct TakenResources(
    double Luts, double LutMemory, double FlipFlops, double Blocks, double Multipliers)
{
    /// <summary>As synthesis counted it.</summary>
    public static TakenResources Of(ResourceCounts counts) =>
        new(counts.Lut, counts.LutMemory, counts.FlipFlops, counts.BlockRam, counts.Dsp);

    /// <summary>As it is estimated.</summary>
    public static TakenResources Of(ResourceEstimate estimate) => new(
        estimate.Luts, estimate.LutMemory, estimate.FlipFlops, estimate.Blocks, estimate.Multipliers);

    /// <summary>What is known of a compiled model for certain: its memories and multipliers.</summary>
    public static TakenResources Of(EngineProgram program, MemoryPlan memories, Device device)
    {
        var (cost, array) = (memories.Cost, program.Parameters.Multipliers);
        return new(
            cost.Luts, cost.LutMemory, FlipFlops: 0, (double)cost.BlockUnits / device.MemoryFamily().UnitsPerBlock,
            array.Slices(program.Parameters.Shape));
    }

    /// <summary>This, and what <paramref name="now"/> takes more than <paramref name="before"/>.</summary>
    public TakenResources Changed(TakenResources before, TakenResources now) => new(
        Luts + now.Luts - before.Luts,
        LutMemory + now.LutMemory - before.LutMemory,
        FlipFlops + now.FlipFlops - before.FlipFlops,
        Blocks + now.Blocks - before.Blocks,
        Multipliers + now.Multipliers - before.Multipliers);

    /// <summary>Whether the device has it all.</summary>
    public bool Fits(Device device) =>
        Luts <= device.Luts.Count && LutMemory <= device.LutMemory.Count && FlipFlops <= device.FlipFlops.Count
        && Blocks <= device.BlockRams.Count && Multipliers <= device.Multipliers.Count;
}
