namespace Bitloom.Toolchain;

/// <summary>Resources of a device that a netlist takes, in the units of its data sheet.</summary>
/// <param name="Lut">LUTs in all: those of logic and <paramref name="LutMemory"/>.</param>
/// <param name="LutMemory">LUTs used as memory or shift register.</param>
/// <param name="FlipFlops">Flip-flops and latches.</param>
/// <param name="BlockRam">
/// Memory blocks, of 36 kbit (half of one counts 0.5) in devices of AMD, of 4 kbit in iCE40, of 18 kbit in ECP5.
/// </param>
/// <param name="Dsp">DSP48E1 or DSP48E2 slices; SB_MAC16 or MULT18X18D blocks.</param>
/// <param name="Carry">CARRY4 elements of four bits; SB_CARRY of one; CCU2C of two.</param>
public sealed record ResourceCounts(int Lut, int LutMemory, int FlipFlops, double BlockRam, int Dsp, int Carry)
{
    /// <summary>Large memories (SB_SPRAM256KA), or UltraRAM (URAM288); 0 where the family has none.</summary>
    public int LargeRam { get; init; }
}
