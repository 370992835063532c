using System.Globalization;
using System.Numerics;
using Bitloom.Diagnostics;
using Bitloom.Engine;

namespace Bitloom.Tests.Engine;

public sealed class InstructionLayoutTests
{
    private static readonly EngineProgram Encoder = Programs.Compile(SmallGraphs.Encoder(), new(6, 3, 1));

    [Fact]
    public void Fields_AreThoseOfTheContract_FromTheLowBitUp()
    {
        var names = InstructionLayout.Fields.Select(field => field.Name);

        string.Join(' ', names).ShouldBe(
            "opcode delay a_bank a_unsigned a_base a_stride b_bank b_base b_stride steps tile_cycles row_tiles " +
            "column_tiles last_columns last_rows groups constant_base constant_shared residual residual_unsigned " +
            "residual_bank residual_base residual_stride k s minimum maximum d_bank d_layout d_base d_row_stride " +
            "d_column_stride d_key_stride maxima lookup function_base centered causal");
    }

    [Fact]
    public void Decode_GivesBackTheInstruction_OfEveryProgram()
    {
        foreach (var seed in Enumerable.Range(0, 40))
        {
            var program = Programs.Compile(RandomGraphs.Create(seed), new(6, 3, 1));

            var decoded = program.Images.Program.Words.Take(program.Instructions.Length)
                .Select(word => InstructionLayout.Decode(word, program.Parameters));

            decoded.ShouldBe(program.Instructions.Select(instruction => instruction.Fields));
        }
    }

    [Fact]
    public void Encode_PutsFieldsAtTheirBits_LowestFirst()
    {
        var (count, parameters) = (Encoder.Parameters.CountBits, Encoder.Parameters);
        var instruction = new Instruction
        {
            Opcode = Opcode.Softmax,
            Delay = 5,
            ABank = EngineMemory.Constant,
            Minimum = -1,
        };

        var word = InstructionLayout.Encode(instruction, parameters);

        (word & ((BigInteger.One << (count + 5)) - 1)).ShouldBe(1 + (5 << 3) + (3 << (3 + count)));
        InstructionLayout.Decode(word, parameters).Minimum.ShouldBe(-1);
    }

    [Fact]
    public void Encode_Throws_WhenAValueDoesNotFitItsField()
    {
        var instruction = new Instruction { ABase = 1 << Encoder.Parameters.AddressBits };

        Should.Throw<CompilerBugException>(() => InstructionLayout.Encode(instruction, Encoder.Parameters));
    }

    [Fact]
    public void ToHexLines_AreOfOneLength_AndParseBack()
    {
        foreach (var image in Encoder.Images.All)
        {
            var lines = image.ToHexLines().ToList();

            lines.ShouldAllBe(line => line.Length == (image.WordBits + 3) / 4);
            lines.Select(line => BigInteger.Parse("0" + line, NumberStyles.HexNumber)).ShouldBe(image.Words);
        }
    }
}
