using System.Numerics;
using System.Text;

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

    /// <summary>How many columns of bits there are that are not known, constant ones left out; they are known then.</summary>
    public static int DistinctColumns(IReadOnlyList<BigInteger> words, int bits, HashSet<string> known)
    {
        var varying = Varying(words);
        var before = known.Count;
        for (var bit = 0; bit < bits; bit++)
        {
            if (!(varying >> bit).IsEven)
                known.Add(string.Concat(words.Select(word => (word >> bit).IsEven ? '0' : '1')));
        }

        return known.Count - before;
    }

    /// <summary>Each bit of all words, the lowest first, as a text of 0 and 1.</summary>
    public static IEnumerable<string> Columns(IReadOnlyCollection<BigInteger> words, int bits)
    {
        byte[][] all = [.. words.Select(word => word.ToByteArray())];
        var text = new StringBuilder(all.Length);
        for (var bit = 0; bit < bits; bit++)
        {
            text.Clear();
            foreach (var word in all)
                text.Append(bit / 8 < word.Length && (word[bit / 8] >> bit % 8 & 1) == 1 ? '1' : '0');
            yield return text.ToString();
        }
    }
}
