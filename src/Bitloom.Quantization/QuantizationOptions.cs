using Bitloom.Diagnostics;
using Bitloom.Training;

namespace Bitloom.Quantization;

/// <summary>Widths of the constants that are not a tensor's own.</summary>
/// <param name="MultiplierBits">
/// Preferred bits of M and N, 8 .. 18. Where they miss the error bound, <see cref="WidestMultiplier"/> is tried.
/// </param>
/// <param name="ExponentialBits">
/// eb, bits of a softmax exponential, 4 .. 12; those that the training forward had (<see cref="PrecisionPlan"/>). Few
/// of them lose the tail of a long row.
/// </param>
/// <param name="PoolBits">
/// Bits of the pooling row, 1 .. 8, whose elements are all 2^(bits-1); null for those of the widest activation, or as
/// many as keep the sums within the accumulator. Ones would give sums so short that their multiplier needs a far
/// smaller shift than all others; the wide row costs no memory and lets one shift serve the whole graph far more often.
/// </param>
public sealed record QuantizationOptions(
    int MultiplierBits = 16, int ExponentialBits = PrecisionPlan.DefaultExponentialBits, int? PoolBits = null)
{
    /// <summary>The narrow operand of a DSP48E1.</summary>
    public const int WidestMultiplier = 18;

    /// <summary>All that is wrong with these options; empty when they can be used.</summary>
    public IReadOnlyList<Diagnostic> Validate() =>
    [
        .. InRange("QUANT001", "multiplierBits", MultiplierBits, 8, WidestMultiplier),
        .. InRange("QUANT002", "exponentialBits", ExponentialBits, 4, 12),
        .. PoolBits is { } bits ? InRange("QUANT005", "poolBits", bits, 1, 8) : [],
    ];

    private static IEnumerable<Diagnostic> InRange(string code, string key, int found, int least, int most)
    {
        if (found < least || found > most)
        {
            yield return Diagnostic.Error(
                code,
                key,
                $"{key} is {found}",
                $"a number from {least} to {most}",
                $"set {key} to {Math.Clamp(found, least, most)}");
        }
    }
}
