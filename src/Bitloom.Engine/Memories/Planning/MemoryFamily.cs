using System.Collections.Immutable;

namespace Bitloom.Engine;

/// <summary>What a family of devices builds memories of.</summary>
/// <param name="Shapes">The shapes of its block RAMs.</param>
/// <param name="UnitsPerBlock">Units of <see cref="BlockShape"/> in a block as the device's file counts them.</param>
/// <param name="LutWords">Words of 1 bit that one LUT holds.</param>
/// <param name="JoinedLuts">LUTs that the slice's own multiplexers join to one table.</param>
/// <param name="SelectedPerLut">Parts of a memory between which one LUT a bit selects.</param>
/// <param name="LutGroups">What LUTs that are written are joined to; empty where they cannot be.</param>
public sealed record MemoryFamily(
    ImmutableArray<BlockShape> Shapes,
    int UnitsPerBlock,
    int LutWords,
    int JoinedLuts,
    int SelectedPerLut,
    ImmutableArray<LutGroup> LutGroups)
{
    /// <summary>Whether LUTs can be written.</summary>
    public bool HasLutMemory => !LutGroups.IsEmpty;

    /// <summary>The widest slice of a block memory that is written: wider ones are not mapped correctly.</summary>
    public const int WrittenBits = 36;

    /// <summary>
    /// AMD 7 series (UG473, UG474): RAMB18E1 and RAMB36E1, LUTs of 6 inputs, MUXF7 and MUXF8. 512 words of 72 bits are
    /// two RAMB18E1 of 36: as one RAMB36E1 the count would depend on the contents, bits that never change being dropped.
    /// </summary>
    public static MemoryFamily SevenSeries { get; } = new(
        [
            new(1, 16384, 1), new(2, 8192, 1), new(4, 4096, 1), new(9, 2048, 1), new(18, 1024, 1), new(36, 512, 1),
            new(1, 32768, 2), new(2, 16384, 2), new(4, 8192, 2), new(9, 4096, 2), new(18, 2048, 2), new(36, 1024, 2),
        ],
        UnitsPerBlock: 2,
        LutWords: 64,
        JoinedLuts: 4,
        SelectedPerLut: 3,
        LutGroups: [new(6, 32, 4, 4), new(3, 64, 4, 4)]);

    /// <summary>
    /// AMD UltraScale+ (UG573, UG574): block RAM as in the 7 series; RAM32M16 and RAM64M8 of the eight LUTs of a slice,
    /// and MUXF9 above the multiplexers. UltraRAM is left out: it has no contents when it begins.
    /// </summary>
    public static MemoryFamily UltraScalePlus { get; } = SevenSeries with
    {
        JoinedLuts = 8,
        LutGroups = [new(14, 32, 8, 8), new(7, 64, 8, 8)],
    };

    /// <summary>
    /// Lattice ECP5 (FPGA-DS-02012, FPGA-TN-02204): DP16KD, or PDPW16KD for 36 bits; LUTs of 4 inputs, PFUMX and
    /// L6MUX21; TRELLIS_DPR16X4, 4 LUTs that two of another slice write.
    /// </summary>
    public static MemoryFamily Ecp5 { get; } = new(
        [new(1, 16384, 1), new(2, 8192, 1), new(4, 4096, 1), new(9, 2048, 1), new(18, 1024, 1), new(36, 512, 1)],
        UnitsPerBlock: 1,
        LutWords: 16,
        JoinedLuts: 4,
        SelectedPerLut: 2,
        LutGroups: [new(4, 16, 4, 6)]);

    /// <summary>Lattice iCE40 (FPGA-TN-02002): SB_RAM40_4K, LUTs of 4 inputs.</summary>
    public static MemoryFamily Ice40 { get; } = new(
        [new(2, 2048, 1), new(4, 1024, 1), new(8, 512, 1), new(16, 256, 1)],
        UnitsPerBlock: 1,
        LutWords: 16,
        JoinedLuts: 1,
        SelectedPerLut: 2,
        LutGroups: []);

    /// <summary>Units of the smallest block that has so many words of so many bits; null when none has.</summary>
    public int? OneBlock(int bits, int words) => Shapes
        .Where(shape => shape.Bits >= bits && shape.Words >= words)
        .Select(shape => (int?)shape.Units)
        .Min();

    /// <summary>
    /// The same for a memory that is read only, of which Yosys has several words in one of the block where they have room
    /// in it: 9,216 words of 2 bits are in a RAMB18E1 of 1,024 words of 18.
    /// </summary>
    public int? OneReadOnlyBlock(int bits, int words) => Shapes
        .Where(shape => shape.Bits >= bits && shape.Words * (shape.Bits / bits) >= words)
        .Select(shape => (int?)shape.Units)
        .Min();

    /// <summary>LUTs of one bit of a read-only memory of logic: tables, and what selects between them.</summary>
    public int LogicLuts(int words)
    {
        var tables = Division.Ceiling(words, LutWords);
        return words == 0 ? 0 : tables + Division.Ceiling(tables, JoinedLuts) - 1;
    }

    /// <summary>LUTs that select one bit from so many parts.</summary>
    public int SelectLuts(int parts) => Division.Ceiling(parts - 1, SelectedPerLut - 1);
}
