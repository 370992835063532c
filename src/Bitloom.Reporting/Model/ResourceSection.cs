namespace Bitloom.Reporting;

/// <summary>What the accelerator takes, and what the device has.</summary>
/// <param name="Lut">LUTs of logic and memory together.</param>
/// <param name="LutMemory">LUTs used as memory or shift register.</param>
/// <param name="Ff">Flip-flops.</param>
/// <param name="BlockRam">Memory blocks of the device's own size; half of one counts 0.5.</param>
/// <param name="Dsp">DSP slices.</param>
/// <param name="Source">Where the numbers come from: <c>synthesis</c> or <c>estimate</c>, with the tool's name.</param>
public sealed record ResourceSection(
    string Device,
    int Lut,
    int LutMemory,
    int Ff,
    double BlockRam,
    int Dsp,
    string Source,
    ResourceBudget Budget)
{
    /// <summary>What was estimated before.</summary>
    public ResourceEstimateEntry? Estimate { get; init; }
}
