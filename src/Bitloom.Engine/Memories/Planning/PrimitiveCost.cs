namespace Bitloom.Engine;

/// <summary>What the synthesizer makes of a memory that is written: of each slice of 36 bits (ram_1r1w).</summary>
public static class PrimitiveCost
{
    /// <summary>In block RAM: the cheapest shape side by side and one above the other.</summary>
    public static MemoryCost OfBlock(MemoryFamily family, int bits, int words)
    {
        ArgumentNullException.ThrowIfNull(family);
        return Slices(bits, slice => BlockSlice(family, slice, words));
    }

    /// <summary>In LUTs, which the family must be able to write.</summary>
    public static MemoryCost OfLuts(MemoryFamily family, int bits, int words)
    {
        ArgumentNullException.ThrowIfNull(family);
        return Slices(bits, slice => LutSlice(family, slice, words));
    }

    private static MemoryCost Slices(int bits, Func<int, MemoryCost> cost)
    {
        var sum = MemoryCost.None;
        for (var left = bits; left > 0; left -= MemoryFamily.WrittenBits)
            sum += cost(Math.Min(left, MemoryFamily.WrittenBits));
        return sum;
    }

    private static MemoryCost BlockSlice(MemoryFamily family, int bits, int words)
    {
        var (units, above) = family.Shapes
            .Select(shape => (
                Units: Division.Ceiling(bits, shape.Bits) * Division.Ceiling(words, shape.Words) * shape.Units,
                Above: Division.Ceiling(words, shape.Words)))
            .Min();
        return new(units, 0, bits * family.SelectLuts(above));
    }

    private static MemoryCost LutSlice(MemoryFamily family, int bits, int words)
    {
        var (luts, above, written) = family.LutGroups
            .Select(group => (
                Above: Division.Ceiling(words, group.Words), Beside: Division.Ceiling(bits, group.Bits), Group: group))
            .Select(groups => (
                groups.Group.Luts * groups.Above * groups.Beside, groups.Above,
                groups.Group.Memory * groups.Above * groups.Beside))
            .Min();
        return new(0, written, luts + bits * family.SelectLuts(above));
    }
}
