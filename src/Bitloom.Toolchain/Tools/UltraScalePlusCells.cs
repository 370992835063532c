using System.Collections.Frozen;

namespace Bitloom.Toolchain;

/// <summary>
/// What each UltraScale+ cell takes. Logic and flip-flops as in the 7 series (<see cref="SevenSeriesCells"/>); MUXF7,
/// MUXF8 and MUXF9 are part of the slice and free. Memory (UG574, table "Distributed RAM Configuration"): RAM32M16 and
/// RAM64M8 eight LUTs, the cells that the 7 series has as there.
/// </summary>
public static class UltraScalePlusCells
{
    private static readonly FrozenDictionary<string, int> Memory = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["RAM32M16"] = 8,
        ["RAM64M8"] = 8,
        ["RAM256X1D"] = 8,
        ["RAM512X1S"] = 8,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The resources that the cells take.</summary>
    public static ResourceCounts Resources(CellCounts cells)
    {
        var common = SevenSeriesCells.Resources(cells);
        var memory = Memory.Sum(entry => cells[entry.Key] * entry.Value);
        return common with
        {
            Lut = common.Lut + memory,
            LutMemory = common.LutMemory + memory,
            BlockRam = cells["RAMB36E2"] + 0.5 * cells["RAMB18E2"],
            Dsp = cells["DSP48E2"],
            LargeRam = cells["URAM288"],
        };
    }
}
