using Bitloom.Engine;

namespace Bitloom.Estimation;

/// <summary>The blocks and LUTs of a part of a memory, exact: what the synthesizer's own rules make of it.</summary>
internal static class MemoryCells
{
    // 7 series: 4 LUTs are a RAM32M of 6 bits or a RAM64M of 3 bits.
    private const int GroupLuts = 4;
    private static readonly (int Bits, int Words)[] Groups = [(6, 32), (3, 64)];

    /// <summary>Blocks, in units of the family's smallest, of all copies.</summary>
    public static int BlockUnits(MemoryFamily family, MemoryContents each) =>
        each.Part.Kind == MemoryKind.Distributed || each.StoredBits == 0
            ? 0
            : each.Copies * Slices(each).Sum(bits => Block(family, bits, each.Part.Words).Units);

    /// <summary>LUTs used as memory, of all copies.</summary>
    public static int LutMemory(MemoryContents each) => each.Part.Kind == MemoryKind.Distributed && each.IsWritten
        ? each.Copies * Slices(each).Sum(bits => Distributed(bits, each.Part.Words).Luts)
        : 0;

    /// <summary>LUTs of one copy that select between blocks, or groups of LUTs, one above the other.</summary>
    public static int SelectLuts(MemoryFamily family, MemoryContents each) => Slices(each).Sum(bits =>
        bits * family.SelectLuts(each.Part.Kind == MemoryKind.Distributed
            ? Distributed(bits, each.Part.Words).Above
            : Block(family, bits, each.Part.Words).Above));

    // What ram_1r1w makes of a part; read-only parts are one.
    private static IEnumerable<int> Slices(MemoryContents each)
    {
        for (var left = each.StoredBits; left > 0; left -= MemoryFamily.WrittenBits)
            yield return each.IsWritten ? Math.Min(left, MemoryFamily.WrittenBits) : left;
    }

    private static (int Units, int Above) Block(MemoryFamily family, int bits, int words) => family.Shapes
        .Select(shape => (
            Units: Ceiling(bits, shape.Bits) * Ceiling(words, shape.Words) * shape.Units,
            Above: Ceiling(words, shape.Words)))
        .Min();

    private static (int Luts, int Above) Distributed(int bits, int words) => Groups
        .Select(group => (Above: Ceiling(words, group.Words), group.Bits))
        .Select(group => (GroupLuts * group.Above * Ceiling(bits, group.Bits), group.Above))
        .Min();

    private static int Ceiling(int count, int size) => (count + size - 1) / size;
}
