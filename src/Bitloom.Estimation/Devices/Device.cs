namespace Bitloom.Estimation;

/// <summary>How many of a thing a device has, and the document that says so.</summary>
public sealed record DeviceResource(int Count, string Source);

/// <summary>Memory blocks of one kind: how many, and the bits of each.</summary>
public sealed record DeviceMemory(int Count, int Bits, string Source)
{
    /// <summary>Bits of all blocks together.</summary>
    public long TotalBits => (long)Count * Bits;
}

/// <summary>Hard multipliers: how many, and the name of the primitive.</summary>
public sealed record DeviceMultipliers(int Count, string Kind, string Source);

/// <summary>An FPGA and its budget.</summary>
/// <param name="Name">Lower case, such as <c>xc7s15</c>.</param>
/// <param name="Synthesis">The architecture as Yosys knows it.</param>
/// <param name="LutInputs">Inputs of a LUT: 4 or 6.</param>
/// <param name="Part">A part of the device as AMD's Vivado names it; null where there is none.</param>
/// <param name="LutMemory">The LUTs that can serve as memory (64 bits each); they are among
/// <paramref name="Luts"/>.</param>
/// <param name="BlockRams">Dual-port block memories.</param>
/// <param name="SinglePortRams">Large single-port memories, where the family has them.</param>
public sealed record Device(
    string Name,
    string Vendor,
    string Family,
    SynthesisFamily Synthesis,
    int LutInputs,
    DeviceResource Luts,
    DeviceResource LutMemory,
    DeviceResource FlipFlops,
    DeviceMemory BlockRams,
    DeviceMemory SinglePortRams,
    DeviceMultipliers Multipliers,
    string? Part = null);
