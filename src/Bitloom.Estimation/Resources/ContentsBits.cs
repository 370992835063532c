using System.Numerics;

namespace Bitloom.Estimation;

/// <summary>What the words of a read-only memory have in common.</summary>
internal static class ContentsBits
{
    /// <summary>The bits that are not the same in all words.</summary>
    public static BigInteger Varying(IEnumerable<BigInteger> words)
    {
        BigInteger? all = null;
        var any = BigInteger.Zero;
        foreach (var word in words)
        {
            all = all is { } before ? before & word : word;
            any |= word;
        }

        return any & ~(all ?? BigInteger.Zero);
    }

    /// <summary>How many different columns of bits there are, constant ones left out.</summary>
    public static int DistinctColumns(IReadOnlyList<BigInteger> words, int bits)
    {
        var varying = Varying(words);
        var columns = new HashSet<string>(StringComparer.Ordinal);
        for (var bit = 0; bit < bits; bit++)
        {
            if (!(varying >> bit).IsEven)
                columns.Add(string.Concat(words.Select(word => (word >> bit).IsEven ? '0' : '1')));
        }

        return columns.Count;
    }
}
