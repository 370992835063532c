using System.Collections.Concurrent;

namespace Bitloom.Engine;

/// <summary>
/// What planes of read-only weights take, remembered for all engines of one memory budget. Safe for use by several threads.
/// </summary>
/// <param name="kind">Where the words may lie.</param>
public sealed class PlaneTable(MemoryBudget budget, MemoryKind kind)
{
    internal const int None = int.MaxValue;

    private readonly ConcurrentDictionary<(int Bits, int Words), int[]> _known = new();

    /// <summary>The least LUTs for every number of block units that is of use; <see cref="None"/>: impossible.</summary>
    /// <param name="columns">Elements of a word.</param>
    internal int[] LutsByUnits(WeightPlanes planes, int columns)
    {
        // The planes are slices of their own, so that what they take adds up.
        int[] sum = [0];
        foreach (var plane in planes.Planes)
            sum = Sum(sum, _known.GetOrAdd((columns * plane.Bits, plane.Words), OfPlane));
        return sum;
    }

    private int[] OfPlane((int Bits, int Words) plane)
    {
        var units = kind == MemoryKind.Distributed ? 0 : budget.BlockUnits;
        var best = ReadOnlySlices.Best(
            budget.Family, [new(0, plane.Bits, plane.Words)], units, kind == MemoryKind.Block);
        return [.. best.Take(1 + Array.FindLastIndex(best, slices => slices is not null)).Select(
            slices => slices?.Luts ?? None)];
    }

    private int[] Sum(int[] left, int[] right)
    {
        var sum = new int[Math.Max(0, Math.Min(left.Length + right.Length - 1, budget.BlockUnits + 1))];
        Array.Fill(sum, None);
        for (var first = 0; first < left.Length; first++)
        {
            for (var second = 0; left[first] != None && second < right.Length && first + second < sum.Length; second++)
            {
                if (right[second] != None)
                    sum[first + second] = Math.Min(sum[first + second], left[first] + right[second]);
            }
        }

        return sum;
    }
}
