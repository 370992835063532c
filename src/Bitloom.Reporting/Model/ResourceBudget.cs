namespace Bitloom.Reporting;

/// <summary>What a device has, in the units of <see cref="ResourceSection"/>.</summary>
/// <param name="BlockRamKbit">Size of the device's memory blocks.</param>
public sealed record ResourceBudget(int Lut, int LutMemory, int Ff, int BlockRam, int BlockRamKbit, int Dsp);
