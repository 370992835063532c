using System.Collections.Immutable;

namespace Bitloom.Data;

/// <summary>An array of numbers of any rank, in C order: the last index runs fastest.</summary>
/// <param name="File">Where it was read from, as the user wrote it.</param>
/// <param name="ElementType">What the file holds, in NumPy's words: bool, int8 to int64, uint8 to uint64, float16 to
/// float64. Integers beyond 2^53 are rounded.</param>
public sealed record NumericArray(string File, string ElementType, ImmutableArray<int> Shape, double[] Values)
{
    /// <summary>The most elements that a file may claim: what it takes in memory is bounded by this, 512 MB.</summary>
    public const int MostElements = 1 << 26;

    /// <summary>The shape as Python writes it.</summary>
    public string ShapeText => Text.Of($"({string.Join(", ", Shape)}{(Shape.Length == 1 ? "," : "")})");
}
