using System.Collections.Frozen;

namespace Bitloom.Toolchain;

/// <summary>
/// What each 7-series cell takes. Logic: LUT1 to LUT6 and INV one LUT each (two small LUTs that a placer would share
/// in one LUT6 count as two, so the sum is an upper bound); MUXF7 and MUXF8 are part of the slice and free.
/// Memory (UG474, table "Distributed RAM Configuration"): RAM32M and RAM64M 4 LUTs; a dual-port RAM of 32 or 64 words
/// 2, of 128 words 4; a single-port RAM of up to 64 words 1, of 128 words 2, of 256 words 4; a shift register 1.
/// Cells that are not in the tables (buffers, constants) take none of the counted resources.
/// </summary>
public static class SevenSeriesCells
{
    private static readonly FrozenSet<string> Logic =
        FrozenSet.ToFrozenSet(["LUT1", "LUT2", "LUT3", "LUT4", "LUT5", "LUT6", "INV"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> FlipFlops =
        FrozenSet.ToFrozenSet(
            ["FDRE", "FDSE", "FDCE", "FDPE", "FDRE_1", "FDSE_1", "FDCE_1", "FDPE_1", "LDCE", "LDPE"],
            StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> Memory = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["RAM32M"] = 4,
        ["RAM64M"] = 4,
        ["RAM32X1S"] = 1,
        ["RAM64X1S"] = 1,
        ["RAM128X1S"] = 2,
        ["RAM256X1S"] = 4,
        ["RAM32X1D"] = 2,
        ["RAM64X1D"] = 2,
        ["RAM128X1D"] = 4,
        ["SRL16E"] = 1,
        ["SRLC16E"] = 1,
        ["SRLC32E"] = 1,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The resources that the cells take.</summary>
    public static ResourceCounts Resources(CellCounts cells)
    {
        var logic = Logic.Sum(type => cells[type]);
        var memory = Memory.Sum(entry => cells[entry.Key] * entry.Value);
        return new ResourceCounts(
            logic + memory,
            memory,
            FlipFlops.Sum(type => cells[type]),
            cells["RAMB36E1"] + 0.5 * cells["RAMB18E1"],
            cells["DSP48E1"],
            cells["CARRY4"]);
    }
}
