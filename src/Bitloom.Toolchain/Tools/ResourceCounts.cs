namespace Bitloom.Toolchain;

/// <summary>
/// Resources of a 7-series device that a netlist takes, in the units of its data sheet (UG474, UG473, UG479).
/// </summary>
/// <param name="Lut">LUTs in all: those of logic and <paramref name="LutMemory"/>.</param>
/// <param name="LutMemory">LUTs used as memory or shift register.</param>
/// <param name="FlipFlops">Flip-flops and latches.</param>
/// <param name="Bram36">Blocks of 36 kbit; a block of 18 kbit is half of one.</param>
/// <param name="Dsp">DSP48E1 slices.</param>
/// <param name="Carry">CARRY4 elements.</param>
public sealed record ResourceCounts(int Lut, int LutMemory, int FlipFlops, double Bram36, int Dsp, int Carry);
