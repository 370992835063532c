using Bitloom.Training;

namespace Bitloom.Exploration;

/// <summary>
/// Points of which each coordinate has one in each of as many equal parts (McKay, Beckman and Conover 1979).
/// </summary>
internal static class LatinHypercube
{
    public static IEnumerable<double[]> Of(int dimensions, int count, SeededRandom random)
    {
        var parts = Enumerable.Range(0, dimensions).Select(_ => Permutation(count, random)).ToList();
        return Enumerable.Range(0, count).Select(row =>
            parts.Select(part => (part[row] + (double)random.NextSingle()) / count).ToArray());
    }

    private static int[] Permutation(int count, SeededRandom random)
    {
        int[] items = [.. Enumerable.Range(0, count)];
        random.Shuffle(items);
        return items;
    }
}
