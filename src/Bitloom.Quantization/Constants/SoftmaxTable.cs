using System.Collections.Immutable;
using Bitloom.Ir;

namespace Bitloom.Quantization.Constants;

/// <summary>The constants of a softmax (docs/arithmetic.md).</summary>
internal static class SoftmaxTable
{
    /// <summary>The step from scores to probabilities.</summary>
    public static SoftmaxStep Step(Tensor scores, Tensor probabilities, int exponentialBits, bool causal) =>
        new(
            probabilities,
            scores.Name,
            Exponentials(scores, exponentialBits),
            exponentialBits,
            ReciprocalShift(probabilities.Columns, exponentialBits),
            causal);

    /// <summary>E[d] = floor((2^eb - 1) exp(-S d) + 1/2) for every difference d of two scores.</summary>
    public static ImmutableArray<int> Exponentials(Tensor scores, int bits) =>
        [.. Enumerable.Range(0, 1 << scores.Format.Bits)
            .Select(d => (int)Rounding.HalfUp(((1 << bits) - 1) * Math.Exp(-scores.Affine.Scale * d)))];

    /// <summary>The smallest k with 2^k >= 2 n (2^eb - 1).</summary>
    public static int ReciprocalShift(int keys, int bits)
    {
        var k = 1;
        while (1L << k < 2L * keys * ((1 << bits) - 1))
            k++;
        return k;
    }
}
