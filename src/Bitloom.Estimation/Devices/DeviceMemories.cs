using Bitloom.Engine;

namespace Bitloom.Estimation;

/// <summary>What a device has for the engine's memories.</summary>
public static class DeviceMemories
{
    /// <summary>The memories that its family can build.</summary>
    public static MemoryFamily MemoryFamily(this Device device) => device.Synthesis switch
    {
        SynthesisFamily.Xc7 => Engine.MemoryFamily.SevenSeries,
        SynthesisFamily.Ice40 => Engine.MemoryFamily.Ice40,
        SynthesisFamily.Xcup => Engine.MemoryFamily.UltraScalePlus,
        SynthesisFamily.Ecp5 => Engine.MemoryFamily.Ecp5,
    };

    // The buffer of the serial line that a bitstream has beside the engine (docs/ice40.md).
    private const int LineBlocks = 1;

    /// <summary>Its block RAM but for the serial line's, and its LUTs that can be written.</summary>
    public static MemoryBudget MemoryBudget(this Device device)
    {
        var family = device.MemoryFamily();
        var blocks = device.BlockRams.Count - (device.Synthesis == SynthesisFamily.Ice40 ? LineBlocks : 0);
        return new(family, blocks * family.UnitsPerBlock, device.LutMemory.Count);
    }
}
