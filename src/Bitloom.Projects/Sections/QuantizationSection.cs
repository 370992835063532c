using System.Collections.Immutable;

namespace Bitloom.Projects;

/// <summary>The widths of integers.</summary>
/// <param name="Bits">Of every tensor and weight matrix that <paramref name="Tensors"/> does not name: 2..8.</param>
/// <param name="ExponentialBits">Of the softmax's exponentials.</param>
/// <param name="MultiplierBits">Of the epilogue's multipliers M and N, sign included.</param>
/// <param name="Tensors">Widths of single tensors and weight matrices, by name (docs/arithmetic.md).</param>
public sealed record QuantizationSection(
    int Bits,
    int ExponentialBits,
    int MultiplierBits,
    ImmutableSortedDictionary<string, int> Tensors)
{
    /// <summary>The width of a tensor or weight matrix.</summary>
    public int BitsOf(string tensor) => Tensors.GetValueOrDefault(tensor, Bits);
}
