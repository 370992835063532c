using System.Numerics;

namespace Bitloom.Engine;

/// <summary>
/// A rectangle of a memory that is one primitive of the RTL (loadable_memory.vhd): bits <paramref name="Low"/> .. of
/// the words <paramref name="First"/> .. , of one kind.
/// </summary>
/// <param name="Bits">Bits of a word that are in the part.</param>
/// <param name="Words">Words that the part has.</param>
public readonly record struct MemoryPart(int Low, int Bits, int First, int Words, MemoryKind Kind)
{
    /// <summary>
    /// Lines of the primitive, which the low bits of an address select: a power of 2 unless the part starts at their 0.
    /// </summary>
    public int Lines => First % Window == 0 ? Words : Window;

    private int Window => 1 << AddressBits(Words);

    /// <summary>The primitive's contents, a line each; what is not in the part is 0.</summary>
    public MemoryImage Contents(MemoryImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        var lines = new BigInteger[Lines];
        for (var word = First; word < Math.Min(First + Words, image.Words.Length); word++)
            lines[word % Window] = LanePacking.Low(image.Words[word] >> Low, Bits);
        return new(image.Memory, Bits, [.. lines]);
    }

    /// <summary>Bits of an address of so many words, at least 1.</summary>
    internal static int AddressBits(int words)
    {
        var bits = 1;
        while (1 << bits < words)
            bits++;
        return bits;
    }
}
