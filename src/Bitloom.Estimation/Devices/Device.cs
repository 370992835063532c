using System.Collections.Immutable;

namespace Bitloom.Estimation;

/// <summary>A number of equal parts of a device, and the document that it is from.</summary>
public sealed record DeviceResource(int Count, string Source);

/// <summary>Memory blocks of one kind: how many, and the bits of one.</summary>
public sealed record DeviceMemory(int Count, int Bits, string Source)
{
    /// <summary>Bits of all blocks together.</summary>
    public long TotalBits => (long)Count * Bits;
}

/// <summary>Hard multipliers: how many, and the name of the primitive.</summary>
/// <param name="Wide">Bits of the wider operand, signed.</param>
/// <param name="Narrow">Bits of the narrower one.</param>
/// <param name="Accumulator">Bits of the sum that it can keep.</param>
public sealed record DeviceMultipliers(
    int Count, string Kind, int Wide, int Narrow, int Accumulator, string Source);

/// <summary>An FPGA and its budget.</summary>
/// <param name="Name">Lower case, such as <c>xc7s15</c>.</param>
/// <param name="Synthesis">The architecture as Yosys knows it.</param>
/// <param name="LutInputs">Inputs of a LUT: 4 or 6.</param>
/// <param name="LutMemory">The LUTs that can serve as memory; they are among <paramref name="Luts"/>.</param>
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
    DeviceMultipliers Multipliers)
{
    /// <summary>A part of the device as AMD's Vivado names it; null where there is none.</summary>
    public string? Part { get; init; }

    /// <summary>
    /// Large memories of two ports that share a clock (URAM288), 72 bits by 4,096 words, which begin as zeros. Null
    /// where the family has none. The planner does not use them.
    /// </summary>
    public DeviceMemory? UltraRams { get; init; }

    /// <summary>Null where the file does not say.</summary>
    public DeviceIo? Io { get; init; }

    /// <summary>Of the core. Null where the file does not say.</summary>
    public DeviceSupply? SupplyVoltage { get; init; }

    /// <summary>What the configured device takes while nothing switches.</summary>
    public required DeviceStaticPower StaticPower { get; init; }

    /// <summary>Null where the file does not say.</summary>
    public DeviceConfiguration? Configuration { get; init; }

    /// <summary>By name, the slowest first as far as the file keeps that order.</summary>
    public ImmutableArray<DeviceSpeedGrade> SpeedGrades { get; init; } = [];
}
