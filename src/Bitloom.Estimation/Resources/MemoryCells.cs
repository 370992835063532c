using Bitloom.Engine;

namespace Bitloom.Estimation;

/// <summary>The blocks and LUTs of a part of a memory, exact: what the synthesizer's own rules make of it.</summary>
internal static class MemoryCells
{
    /// <summary>Blocks, in units of the family's smallest, of all copies.</summary>
    public static int BlockUnits(MemoryFamily family, MemoryContents each) =>
        each.Part.Kind == MemoryKind.Distributed ? 0
        : each.IsWritten ? each.Copies * PrimitiveCost.OfBlock(family, each.StoredBits, each.Part.Words).BlockUnits
        : each.StoredBits == 0 ? 0
        : each.Copies * (family.OneReadOnlyBlock(each.StoredBits, each.Part.Words)
            ?? PrimitiveCost.OfBlock(family, each.StoredBits, each.Part.Words).BlockUnits);

    /// <summary>LUTs used as memory, of all copies.</summary>
    public static int LutMemory(MemoryFamily family, MemoryContents each) => IsLuts(each)
        ? each.Copies * PrimitiveCost.OfLuts(family, each.StoredBits, each.Part.Words).LutMemory
        : 0;

    /// <summary>LUTs of one copy that select between blocks, or groups of LUTs, one above the other.</summary>
    public static int SelectLuts(MemoryFamily family, MemoryContents each)
    {
        if (!each.IsWritten)
            return 0;
        var cost = IsLuts(each)
            ? PrimitiveCost.OfLuts(family, each.StoredBits, each.Part.Words)
            : PrimitiveCost.OfBlock(family, each.StoredBits, each.Part.Words);
        return cost.Luts - cost.LutMemory;
    }

    private static bool IsLuts(MemoryContents each) => each.IsWritten && each.Part.Kind == MemoryKind.Distributed;
}
