namespace Bitloom.Reporting;

/// <summary>What a device has, in the units of <see cref="ResourceSection"/>.</summary>
public sealed record ResourceBudget(int Lut, int LutMemory, int Ff, double Bram36, int Dsp);
