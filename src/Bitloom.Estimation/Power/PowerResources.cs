namespace Bitloom.Estimation;

/// <summary>What a circuit takes of a device, counted by synthesis or estimated before it.</summary>
/// <param name="Luts">LUTs of logic and memory together.</param>
/// <param name="LutMemory">Those of them that are memory.</param>
/// <param name="Carry">Bits of carry chains.</param>
/// <param name="BlockRams">Blocks of the device's own size; half of one counts 0.5.</param>
/// <param name="Multipliers">DSP slices.</param>
/// <param name="LargeRams">Large single-port memories.</param>
public sealed record PowerResources(
    int Luts, int LutMemory, int FlipFlops, int Carry, double BlockRams, int Multipliers, int LargeRams);
