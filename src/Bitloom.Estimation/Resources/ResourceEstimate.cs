namespace Bitloom.Estimation;

/// <summary>What an engine takes of a device, estimated without synthesis (docs/estimation.md).</summary>
/// <param name="Luts">LUTs in all, memory among them: fitted.</param>
/// <param name="LutMemory">LUTs used as memory: exact.</param>
/// <param name="FlipFlops">Flip-flops: fitted.</param>
/// <param name="Carry">Carry elements, CARRY4 or SB_CARRY: fitted.</param>
/// <param name="BlockUnits">Block RAM in the family's smallest unit: exact.</param>
/// <param name="Blocks">Block RAM in blocks as the device's file counts them: exact.</param>
/// <param name="Multipliers">Hard multipliers: exact.</param>
public sealed record ResourceEstimate(
    int Luts, int LutMemory, int FlipFlops, int Carry, int BlockUnits, double Blocks, int Multipliers);
