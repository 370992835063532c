using Bitloom.Engine;
using Bitloom.Estimation;
using Bitloom.Tests.Engine;

namespace Bitloom.Tests.Estimation;

/// <summary>Which registers of an engine survive synthesis.</summary>
public sealed class RegisterCountTests
{
    private static readonly EngineProgram Program =
        EngineCompiler.Compile(SmallGraphs.Encoder(), EngineOptions.Pinned(new(2, 2, 1))).Value!;

    [Fact]
    public void Parts_HaveTheRegistersThatTheirSizesSay()
    {
        var structure = Structure(MemoryFamily.SevenSeries);
        var (shape, widths) = (Program.Parameters.Shape, Program.Parameters.Widths);
        var (rows, element) = (shape.T, widths.ActivationBits);

        // The gathered word, the transposed words, and where they go.
        Count(structure, EnginePart.WriteBack).ShouldBeInRange(
            rows * element * (1 + shape.G), rows * element * (1 + shape.G) + 64);
        Count(structure, EnginePart.Divider).ShouldBe(
            2 * widths.Softmax.RowSumBits + 2 * ((widths.Softmax.QuotientBits + 1) / 2) + 1);
        Count(structure, EnginePart.Normalizer).ShouldBe(0);
        Count(structure, EnginePart.Root).ShouldBe(0);
        Count(structure, EnginePart.Loader).ShouldBe(0);
    }

    [Fact]
    public void Instruction_HasRegistersOfTheBitsThatVaryOnly()
    {
        var once = Structure(MemoryFamily.SevenSeries);
        var loaded = Structure(MemoryFamily.SevenSeries, loadPort: true);

        foreach (var part in new[] { EnginePart.Sequencer, EnginePart.DrainControl, EnginePart.Datapath })
            Count(loaded, part).ShouldBeGreaterThan(Count(once, part));
        Count(loaded, EnginePart.Loader).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Counters_TakeWholeCarryElements()
    {
        var (seven, ice) = (Structure(MemoryFamily.SevenSeries), Structure(MemoryFamily.Ice40));

        new RegisterWidths(ice).Counter(5).ShouldBe(5);
        new RegisterWidths(ice).Counter(5, lowest: 1).ShouldBe(5);
        new RegisterWidths(seven).Counter(1).ShouldBe(4);
        new RegisterWidths(seven).Counter(2, lowest: 1).ShouldBe(5);
        new RegisterWidths(seven).Counter(1, lowest: 2).ShouldBe(1);
        new RegisterWidths(seven).Counter(Program.Parameters.AddressBits).ShouldBe(Program.Parameters.AddressBits);
    }

    [Fact]
    public void Bits_AreConstantWhereEveryInstructionHasThem()
    {
        var bits = Bits(MemoryKind.Block);

        foreach (var field in InstructionLayout.Fields)
        {
            var values = Program.Instructions.Select(each => field.Get(each.Fields)).ToArray();
            var all = (1 << field.Bits(Program.Parameters)) - 1;
            var varying = values.Aggregate((left, right) => left | right) & ~values.Aggregate((left, right) => left & right) & all;

            bits.Distinct(field.Name).ShouldBe(int.PopCount(varying), field.Name);
            if (values.Any(value => (value & all) != 0))
                bits.Lowest(field.Name).ShouldBe(int.TrailingZeroCount(values.Aggregate((left, right) => left | right)));
        }
    }

    [Fact]
    public void Bits_OfTablesAreOne_WhereTheyAreEqualInEveryInstruction()
    {
        var (tables, blocks) = (Bits(MemoryKind.Distributed), Bits(MemoryKind.Block));

        Distinct(tables).ShouldBe(
            ContentsBits.DistinctColumns(Program.Images.Program.Words, Program.Parameters.InstructionBits, []));
        Distinct(tables).ShouldBeLessThan(Distinct(blocks));
    }

    [Fact]
    public void Tables_AreMadeOfTheFunctionsThatDiffer()
    {
        // Bit 0 is the address's, bit 1 constant, bit 2 as bit 0, bit 3 set in the last of 32 words alone.
        MemoryImage image = new(EngineMemory.Constant, 4, [.. Enumerable.Range(0, 32).Select(word =>
            new System.Numerics.BigInteger(word % 2 * 5 + 2 + (word == 31 ? 8 : 0)))]);
        var layout = Plan().Layouts.Single(each => each.Memory == EngineMemory.Constant) with
        {
            Parts = [new(0, 4, 0, 32, MemoryKind.Distributed)],
        };

        TableNodes.Of(image, layout, inputs: 6).ShouldBe(new(2, 0));
        TableNodes.Of(image, layout, inputs: 4).ShouldBe(new(2, 1));
        TableNodes.Of(image, layout with { Parts = [new(0, 4, 0, 32, MemoryKind.Block)] }, inputs: 6).ShouldBe(new(0, 0));
    }

    // With the program in one part of a kind.
    private static ProgramBits Bits(MemoryKind kind)
    {
        var part = new MemoryPart(0, Program.Parameters.InstructionBits, 0, Program.Instructions.Length, kind);
        var layouts = Plan().Layouts.Select(layout =>
            layout.Memory == EngineMemory.Program ? layout with { Parts = [part] } : layout);
        return ProgramBits.Of(Program, Plan() with { Layouts = [.. layouts] }, loadPort: false);
    }

    private static int Distinct(ProgramBits bits)
    {
        HashSet<int> found = [];
        foreach (var field in InstructionLayout.Fields)
            bits.AddTo(found, field.Name);
        return found.Count;
    }

    private static int Count(EngineStructure structure, EnginePart part) => structure.Registers[(int)part];

    private static MemoryPlan Plan(bool loadPort = false) => MemoryPlan.Whole(Program.Parameters, new(), loadPort);

    private static EngineStructure Structure(MemoryFamily family, bool loadPort = false) =>
        EngineStructure.Of(Program, Plan(loadPort), family, loadPort);
}
