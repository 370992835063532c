using System.Collections.Immutable;

namespace Bitloom.Engine;

/// <summary>
/// A slice of a read-only memory, at most <paramref name="Bits"/> bits: blocks one above the other, and the words above
/// them in logic.
/// </summary>
/// <param name="Blocks">Words of each block, from word 0 on.</param>
/// <param name="Units">Of all blocks.</param>
/// <param name="BitLuts">LUTs of one bit: logic, and what selects the part.</param>
internal sealed record BlockStack(int Bits, ImmutableArray<int> Blocks, int Units, int BitLuts)
{
    // Beyond this the selection is a path that is too long.
    private const int MostBlocks = 9;

    /// <summary>
    /// The useful stacks of words of <paramref name="bits"/> bits or fewer: so many blocks of one shape, then logic, or
    /// a smaller block that has the rest.
    /// </summary>
    public static IEnumerable<BlockStack> Of(MemoryFamily family, int bits, int words)
    {
        yield return Logic(family, bits, words);
        foreach (var shape in family.Shapes)
        {
            var width = Math.Min(bits, shape.Bits);
            for (var count = 1; count <= Math.Min(MostBlocks, Division.Ceiling(words, shape.Words)); count++)
            {
                var rest = Math.Max(0, words - count * shape.Words);
                var last = Math.Min(shape.Words, words - (count - 1) * shape.Words);
                var blocks = Enumerable.Repeat(shape.Words, count - 1).Append(last);
                yield return Stack(family, width, [.. blocks], count * shape.Units, rest);
                if (rest > 0 && family.OneBlock(width, rest) is { } units)
                    yield return Stack(family, width, [.. blocks, rest], count * shape.Units + units, 0);
            }
        }
    }

    /// <summary>All words in logic.</summary>
    public static BlockStack Logic(MemoryFamily family, int bits, int words) =>
        new(bits, [], 0, family.LogicLuts(words));

    private static BlockStack Stack(
        MemoryFamily family, int bits, ImmutableArray<int> blocks, int units, int rest) =>
        new(bits, blocks, units, family.LogicLuts(rest) + family.SelectLuts(blocks.Length + (rest > 0 ? 1 : 0)));
}
