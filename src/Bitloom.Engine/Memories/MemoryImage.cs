using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;

namespace Bitloom.Engine;

/// <summary>A read-only memory's contents, one unsigned word of <paramref name="WordBits"/> bits an address.</summary>
public sealed record MemoryImage(EngineMemory Memory, int WordBits, ImmutableArray<BigInteger> Words)
{
    /// <summary>Bits of the whole memory.</summary>
    public long Bits => (long)WordBits * Words.Length;

    /// <summary>The bits from <paramref name="low"/> on of every word, at most <paramref name="bits"/> of them.</summary>
    public MemoryImage Slice(int low, int bits)
    {
        var width = Math.Min(bits, WordBits - low);
        return new(Memory, width, [.. Words.Select(word => LanePacking.Low(word >> low, width))]);
    }

    /// <summary>One word a line from address 0 on, in hexadecimal digits without a prefix, all equally long.</summary>
    public IEnumerable<string> ToHexLines()
    {
        var digits = Division.Ceiling(WordBits, 4);
        return Words.Select(word => Hex(word, digits));
    }

    // BigInteger adds a zero digit in front of words whose top bit is set, as it prints two's complement.
    private static string Hex(BigInteger word, int digits) =>
        word.ToString("x", CultureInfo.InvariantCulture).TrimStart('0').PadLeft(digits, '0');
}
