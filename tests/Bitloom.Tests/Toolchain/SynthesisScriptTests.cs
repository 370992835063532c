using Bitloom.Toolchain;

namespace Bitloom.Tests.Toolchain;

public sealed class SynthesisScriptTests
{
    [Fact]
    public void Of_ReadsSynthesizesAndCounts_WithQuotedPaths()
    {
        var request = new SynthesisRequest("engine", ["/a b/engine.v", "/c/memory.v"], CellFamily.SevenSeries)
        {
            Options = ["-nodsp"],
        };

        var script = SynthesisScript.Of(request);

        script.ShouldBe(
            "read_verilog -defer \"/a b/engine.v\"\n" +
            "read_verilog -defer \"/c/memory.v\"\n" +
            "synth_xilinx -family xc7 -flatten -noiopad -nosrl -top engine -nodsp\n" +
            "write_verilog -noattr engine_netlist.v.part\n" +
            "tee -q -o engine_cells.json.part stat -json -top engine\n");
    }

    [Fact]
    public void Of_MapsToEachFamily()
    {
        string[] commands =
        [
            .. new[] { CellFamily.UltraScalePlus, CellFamily.Ecp5 }.Select(
                family => SynthesisScript.Of(new SynthesisRequest("engine", [], family)).Split('\n')[0]),
        ];

        commands.ShouldBe(
            ["synth_xilinx -family xcup -flatten -noiopad -nosrl -top engine", "synth_ecp5 -top engine"]);
    }

    [Fact]
    public void Of_MapsToTheMultipliersOfIce40_WithoutLutMemory()
    {
        var script = SynthesisScript.Of(new SynthesisRequest("engine", ["/c/memory.v"], CellFamily.Ice40));

        script.ShouldBe(
            "read_verilog -defer -D NO_LUT_MEMORY -D OPERAND_REGISTERS \"/c/memory.v\"\n" +
            "synth_ice40 -device u -dsp -top engine\n" +
            "write_verilog -noattr engine_netlist.v.part\n" +
            "tee -q -o engine_cells.json.part stat -json -top engine\n");
    }
}
