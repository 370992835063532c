using System.Globalization;
using Bitloom.Engine;
using Bitloom.Hdl;
using Bitloom.Tests.Engine;

namespace Bitloom.Tests.Hdl;

/// <summary>What is written for the hardware, without a simulator.</summary>
public sealed class AcceleratorFileTests
{
    private static readonly EngineProgram Program = Programs.Compile(SmallGraphs.Encoder(), new(6, 3, 1));

    [Theory]
    [InlineData(4, 0xF, "f")]
    [InlineData(4, 0, "0")]
    [InlineData(5, 0x1F, "1f")]
    [InlineData(8, 0x80, "80")]
    [InlineData(12, 0x7, "007")]
    public void Memory_HasWordsOfEqualDigits_AlsoWhenTheTopBitIsSet(int bits, int word, string expected)
    {
        new MemoryImage(EngineMemory.Weight, bits, [word]).ToHexLines().ShouldBe([expected]);
    }

    [Fact]
    public void Constants_AreTheProgramsParameters()
    {
        var (parameters, text) = (Program.Parameters, AcceleratorConstants.Emit(Program, Plan(Program)));

        Value(text, "rows_c").ShouldBe(6);
        Value(text, "columns_c").ShouldBe(3);
        Value(text, "lanes_c").ShouldBe(1);
        Value(text, "window_c").ShouldBe(3);
        Value(text, "features_c").ShouldBe(2);
        Value(text, "accumulator_bits_c").ShouldBe(parameters.Widths.AccumulatorBits);
        Value(text, "sum_bits_c").ShouldBe(parameters.Widths.EpilogueSumBits);
        Value(text, "quotient_bits_c").ShouldBe(parameters.Widths.Softmax.QuotientBits);
        Value(text, "row_sum_bits_c").ShouldBe(parameters.Widths.Softmax.RowSumBits);
        Value(text, "bankb_depth_c").ShouldBe(parameters.Depths.BankB);
        Value(text, "count_bits_c").ShouldBe(parameters.CountBits);
    }

    [Fact]
    public void Widths_OfARowsSum_AreNotThoseOfAQuotient_WithManyKeys()
    {
        var graph = SmallGraphs.Graph(
            "keys", SmallGraphs.Input(1, 300), SmallGraphs.Softmax("output", 1, 300, "input", exponentialBits: 12));
        var program = Programs.Compile(graph, new(1, 1, 1));

        var text = AcceleratorConstants.Emit(program, Plan(program));

        // 300 * 4095 < 2^21; the quotient has 8 + 22 - 12 + 1 bits.
        Value(text, "row_sum_bits_c").ShouldBe(21);
        Value(text, "quotient_bits_c").ShouldBe(19);
    }

    [Fact]
    public void BlackBoxes_AreRemoved_AndNothingElse()
    {
        const string verilog =
            "module engine (input clk);\nendmodule\nmodule multiply #(parameter a = 1) (input clk);\nendmodule\n";

        BlackBoxes.Remove(verilog).ShouldBe("module engine (input clk);\nendmodule\n");
    }

    private static MemoryPlan Plan(EngineProgram program) =>
        MemoryPlan.Whole(program.Parameters, new(), loadPort: false);

    private static int Value(string text, string name) => int.Parse(
        text.Split('\n').Single(line => line.Contains($" {name} :", StringComparison.Ordinal))
            .Split(":= ")[1].TrimEnd(';'),
        CultureInfo.InvariantCulture);
}
