namespace Bitloom.Toolchain;

/// <summary>
/// What each ECP5 cell takes (FPGA-DS-02012, PFU blocks). LUT4 one LUT; CCU2C, two bits of a carry chain, two;
/// TRELLIS_DPR16X4 four that hold its words, and the two of the slice that writes them. PFUMX and L6MUX21 are part of
/// the slice and free. DP16KD and PDPW16KD are one memory block of 18 kbit.
/// </summary>
public static class Ecp5Cells
{
    private const int CarryLuts = 2;
    private const int MemoryLuts = 4;
    private const int WritingLuts = 2;

    /// <summary>The resources that the cells take.</summary>
    public static ResourceCounts Resources(CellCounts cells)
    {
        var memories = cells["TRELLIS_DPR16X4"];
        return new(
            cells["LUT4"] + CarryLuts * cells["CCU2C"] + (MemoryLuts + WritingLuts) * memories,
            MemoryLuts * memories,
            cells["TRELLIS_FF"],
            cells["DP16KD"] + cells["PDPW16KD"],
            cells["MULT18X18D"],
            cells["CCU2C"]);
    }
}
