using Bitloom.Toolchain;

namespace Bitloom.Tests.Toolchain;

public sealed class CellCountsTests
{
    [Fact]
    public void Parse_CountsTheWholeHierarchy_OfRealOutput()
    {
        var cells = CellCounts.Parse(Golden.Read("Captured/yosys_stat.json"), "cells.json");

        cells.Ok.ShouldBeTrue();
        cells.Value!.ByType.Keys.ShouldBe(
            [
                "BUFG", "CARRY4", "DSP48E1", "FDRE", "LUT2", "LUT4", "LUT6", "MUXF7", "MUXF8", "RAM32M", "RAMB18E1",
                "SRL16E",
            ]);
        cells.Value["FDRE"].ShouldBe(9);
        cells.Value["RAMB36E1"].ShouldBe(0);
    }

    [Fact]
    public void Resources_CountLutsOfLogicAndMemory_OfRealOutput()
    {
        var cells = CellCounts.Parse(Golden.Read("Captured/yosys_stat.json"), "cells.json").Value!;

        var resources = SevenSeriesCells.Resources(cells);

        // Logic 2 + 8 + 14 = 24; memory 2 * 4 + 1 = 9; one block of 18 kbit.
        resources.ShouldBe(new ResourceCounts(Lut: 33, LutMemory: 9, FlipFlops: 9, BlockRam: 0.5, Dsp: 1, Carry: 2));
    }

    [Theory]
    [InlineData("RAM32M", 4)]
    [InlineData("RAM64M", 4)]
    [InlineData("RAM32X1D", 2)]
    [InlineData("RAM64X1D", 2)]
    [InlineData("RAM128X1D", 4)]
    [InlineData("SRLC32E", 1)]
    public void Resources_CountLutsOfAMemoryCell_AsTheDataSheetDoes(string type, int luts)
    {
        var resources = SevenSeriesCells.Resources(Cells($"\"{type}\": 3"));

        resources.LutMemory.ShouldBe(3 * luts);
        resources.Lut.ShouldBe(3 * luts);
    }

    [Fact]
    public void Resources_AddBothSizesOfBlocks()
    {
        SevenSeriesCells.Resources(Cells("\"RAMB36E1\": 2, \"RAMB18E1\": 3")).BlockRam.ShouldBe(3.5);
    }

    [Fact]
    public void Resources_CountEachCell_OfIce40()
    {
        var cells = Cells(
            "\"SB_LUT4\": 7, \"SB_CARRY\": 3, \"SB_DFF\": 1, \"SB_DFFESR\": 4, \"SB_RAM40_4K\": 2, "
            + "\"SB_RAM40_4KNRNW\": 1, \"SB_MAC16\": 5, \"SB_SPRAM256KA\": 1, \"SB_GB\": 9");

        Ice40Cells.Resources(cells).ShouldBe(
            new ResourceCounts(Lut: 7, LutMemory: 0, FlipFlops: 5, BlockRam: 3, Dsp: 5, Carry: 3) { LargeRam = 1 });
    }

    [Fact]
    public void Resources_CountEachCell_OfUltraScalePlus()
    {
        var cells = Cells(
            "\"LUT6\": 7, \"INV\": 1, \"CARRY4\": 3, \"FDRE\": 5, \"RAM32M16\": 2, \"RAM64M8\": 1, \"RAM64X1D\": 1, "
            + "\"RAMB36E2\": 2, \"RAMB18E2\": 1, \"DSP48E2\": 5, \"URAM288\": 4, \"MUXF9\": 9");

        // Memory: 3 cells of 8, one of 2.
        UltraScalePlusCells.Resources(cells).ShouldBe(
            new ResourceCounts(Lut: 34, LutMemory: 26, FlipFlops: 5, BlockRam: 2.5, Dsp: 5, Carry: 3) { LargeRam = 4 });
    }

    [Fact]
    public void Resources_CountEachCell_OfEcp5()
    {
        var cells = Cells(
            "\"LUT4\": 7, \"CCU2C\": 3, \"PFUMX\": 2, \"L6MUX21\": 1, \"TRELLIS_DPR16X4\": 2, \"TRELLIS_FF\": 5, "
            + "\"DP16KD\": 3, \"PDPW16KD\": 1, \"MULT18X18D\": 4");

        // 7, two a carry, six a memory.
        Ecp5Cells.Resources(cells).ShouldBe(
            new ResourceCounts(Lut: 25, LutMemory: 8, FlipFlops: 5, BlockRam: 4, Dsp: 4, Carry: 3));
    }

    [Fact]
    public void Parse_RefusesUnmappedCells()
    {
        var cells = CellCounts.Parse(Json("\"$mul\": 1, \"LUT2\": 4"), "top_cells.json");

        cells.Ok.ShouldBeFalse();
        cells.Diagnostics.Single().ToString().ShouldBe(
            "error TOOL004 at top_cells.json: the netlist has cells that were not mapped to the device: $mul\n" +
            "  expected: only cells of the device family\n" +
            "  remedy:   report it with the project file; the log beside that file shows where they come from");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("{\"design\": {\"num_cells_by_type\": {\"LUT2\": \"many\"}}}")]
    public void Parse_RefusesOtherText(string json)
    {
        var cells = CellCounts.Parse(json, "top_cells.json");

        cells.Ok.ShouldBeFalse();
        cells.Diagnostics.Single().ToString().ShouldBe(
            "error TOOL005 at top_cells.json: the cell counts that Yosys wrote cannot be read\n" +
            "  expected: JSON with design.num_cells_by_type, as Yosys 0.23 writes it\n" +
            "  remedy:   use the version of Yosys that Debian 12 has: sudo apt-get install -y yosys");
    }

    private static CellCounts Cells(string entries) => CellCounts.Parse(Json(entries), "cells.json").Value!;

    private static string Json(string entries) =>
        "{\"design\": {\"num_cells_by_type\": {" + entries + "}}}";
}
