using System.Collections.Immutable;

namespace Bitloom.Engine;

/// <summary>
/// The slices of a read-only memory with the least LUTs, for every number of block units up to a budget: exact over all
/// ways to cut the bits into stacks of blocks (<see cref="BlockStack"/>). At most one slice is narrower than its blocks,
/// as a bit moved from a costlier slice to a cheaper one never costs more, so that it can be the last.
/// </summary>
internal static class ReadOnlySlices
{
    /// <summary>The best slices of each number of units, by unit; null where there are none.</summary>
    /// <param name="blocksOnly">Whether all words have to be in block RAM.</param>
    public static Slices?[] Best(MemoryFamily family, IEnumerable<MemoryPlane> planes, int units, bool blocksOnly) =>
        planes.Aggregate(
            Start(units),
            (best, plane) => Append(best, [.. Usable(family, plane, units, blocksOnly)], plane));

    private static Slices?[] Start(int units) => [Slices.None, .. new Slices?[units]];

    private static IEnumerable<BlockStack> Usable(
        MemoryFamily family, MemoryPlane plane, int units, bool blocksOnly) => BlockStack
        .Of(family, plane.Bits, plane.Words)
        .Where(stack => stack.Units <= units && (!blocksOnly || stack.Blocks.Sum() == plane.Words));

    private static Slices?[] Append(Slices?[] before, BlockStack[] stacks, MemoryPlane plane)
    {
        var byBits = new Slices?[plane.Bits + 1][];
        byBits[0] = before;
        for (var bits = 1; bits <= plane.Bits; bits++)
            byBits[bits] = new Slices?[before.Length];
        for (var bits = 0; bits < plane.Bits; bits++)
        {
            foreach (var stack in stacks)
                Extend(byBits, bits, stack, plane);
        }

        return byBits[plane.Bits];
    }

    // A stack that is as wide as the plane is also one of any narrower rest.
    private static void Extend(Slices?[][] byBits, int bits, BlockStack stack, MemoryPlane plane)
    {
        var width = Math.Min(stack.Bits, plane.Bits - bits);
        var to = byBits[bits + width];
        for (var units = 0; units + stack.Units < to.Length; units++)
        {
            if (byBits[bits][units] is not { } slices)
                continue;
            var luts = slices.Luts + width * stack.BitLuts;
            ref var best = ref to[units + stack.Units];
            if (best is null || luts < best.Luts)
                best = new(slices, new(plane.Low + bits, width, plane.Words, stack), luts);
        }
    }
}

/// <summary>A bit slice of a plane.</summary>
internal readonly record struct Slice(int Low, int Bits, int Words, BlockStack Stack)
{
    /// <summary>The blocks, and the logic above them.</summary>
    public IEnumerable<MemoryPart> Parts()
    {
        var first = 0;
        foreach (var words in Stack.Blocks)
        {
            yield return new(Low, Bits, first, words, MemoryKind.Block);
            first += words;
        }

        if (first < Words)
            yield return new(Low, Bits, first, Words - first, MemoryKind.Distributed);
    }
}

/// <summary>Slices from bit 0 up, the last one first.</summary>
internal sealed record Slices(Slices? Before, Slice Last, int Luts)
{
    public static Slices None { get; } = new(null, default, 0);

    /// <summary>The parts by low bit, then by word.</summary>
    public ImmutableArray<MemoryPart> Parts()
    {
        var slices = new Stack<Slice>();
        for (var slice = this; slice.Before is not null; slice = slice.Before)
            slices.Push(slice.Last);
        return [.. slices.SelectMany(slice => slice.Parts())];
    }
}
