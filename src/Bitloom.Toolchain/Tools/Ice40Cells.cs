using System.Collections.Frozen;

namespace Bitloom.Toolchain;

/// <summary>
/// What each iCE40 cell takes. A logic cell holds one SB_LUT4, one flip-flop and one SB_CARRY, and the placer decides
/// which share a cell: a netlist takes at least as many logic cells as the greatest of the three counts, at most their
/// sum. SB_RAM40_4K and its variants for other clock edges are one block of 4 kbit. There are no LUTs for memory.
/// </summary>
public static class Ice40Cells
{
    private static readonly FrozenSet<string> Blocks = FrozenSet.ToFrozenSet(
        ["SB_RAM40_4K", "SB_RAM40_4KNR", "SB_RAM40_4KNW", "SB_RAM40_4KNRNW"], StringComparer.Ordinal);

    /// <summary>The resources that the cells take.</summary>
    public static ResourceCounts Resources(CellCounts cells) => new(
        cells["SB_LUT4"],
        0,
        cells.ByType.Where(cell => cell.Key.StartsWith("SB_DFF", StringComparison.Ordinal)).Sum(cell => cell.Value),
        Blocks.Sum(type => cells[type]),
        cells["SB_MAC16"],
        cells["SB_CARRY"])
    {
        LargeRam = cells["SB_SPRAM256KA"],
    };
}
