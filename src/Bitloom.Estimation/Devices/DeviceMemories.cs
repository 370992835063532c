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
    };

    /// <summary>Its block RAM, and its LUTs that can be written.</summary>
    public static MemoryBudget MemoryBudget(this Device device)
    {
        var family = device.MemoryFamily();
        return new(family, device.BlockRams.Count * family.UnitsPerBlock, device.LutMemory.Count);
    }
}
