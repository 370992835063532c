namespace Bitloom.Reporting;

/// <summary>What <c>bitloom estimate</c> says of the same engine, in the units of <see cref="ResourceSection"/>.</summary>
/// <param name="LutError">Relative error of LUTs, which 95 of 100 engines that were not fitted stay within.</param>
/// <param name="FfError">The same of flip-flops. Memories and DSP slices are exact.</param>
public sealed record ResourceEstimateEntry(
    int Lut, int LutMemory, int Ff, double BlockRam, int Dsp, double LutError, double FfError);
