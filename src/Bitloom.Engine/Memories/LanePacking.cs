using System.Numerics;

namespace Bitloom.Engine;

/// <summary>Words of lanes to and from bits; lane 0 is in the low bits.</summary>
public static class LanePacking
{
    /// <summary>The low <paramref name="bits"/> bits of each lane, concatenated.</summary>
    public static BigInteger Pack(ReadOnlySpan<int> lanes, int bits)
    {
        var word = BigInteger.Zero;
        for (var lane = lanes.Length - 1; lane >= 0; lane--)
            word = (word << bits) | Low(lanes[lane], bits);
        return word;
    }

    /// <summary>The raw (unsigned) lanes of a word.</summary>
    public static int[] Unpack(BigInteger word, int lanes, int bits)
    {
        var unpacked = new int[lanes];
        for (var lane = 0; lane < lanes; lane++)
            unpacked[lane] = (int)((word >> (lane * bits)) & Mask(bits));
        return unpacked;
    }

    /// <summary>The low <paramref name="bits"/> bits of a two's complement value.</summary>
    public static BigInteger Low(BigInteger value, int bits) => value & Mask(bits);

    private static BigInteger Mask(int bits) => (BigInteger.One << bits) - 1;
}
