using Bitloom.Engine;
using Bitloom.Ir;

namespace Bitloom.Tests.Engine;

public sealed class EngineCompilerTests
{
    [Fact]
    public void Search_FindsTheLeastCycles_OfAllShapesInTheBudget()
    {
        var graph = SmallGraphs.Encoder();
        var shapes =
            from g in Enumerable.Range(1, 12)
            from r in Enumerable.Range(1, 12)
            let shape = new EngineShape(12, g, r)
            where shape.IsLegal
            select shape;

        var found = EngineCompiler.Compile(graph, new EngineOptions(T: 12, LutBudget: 1_000_000)).Value!;

        found.Schedule.Cycles.ShouldBe(shapes.Min(shape => Programs.Compile(graph, shape).Schedule.Cycles));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Program_IsTheSame_WithoutTheProofOfItsSchedule(int seed)
    {
        var graph = RandomGraphs.Create(seed, RandomGraphOptions.OfEngines);
        var options = EngineOptions.Pinned(Programs.Shapes[seed]);

        var proven = EngineCompiler.Compile(graph, options).Value!;
        var quick = EngineCompiler.Compile(graph, options with { ProvesSchedule = false }).Value!;

        ProgramPrinter.Print(quick).ShouldBe(ProgramPrinter.Print(proven));
        quick.Parameters.ShouldBe(proven.Parameters);
    }

    [Fact]
    public void UndominatedShapes_LackOnlyThoseThatAnotherOneBeats()
    {
        var (graph, options) = (SmallGraphs.Encoder(), new EngineOptions());
        var all = EngineCompiler.Shapes(graph, options);

        var kept = EngineCompiler.UndominatedShapes(graph, options);

        kept.ShouldBe(all.Where(kept.Contains));
        kept[0].ShouldBe(all[0]);
        kept.Length.ShouldBeLessThan(all.Length);
        kept.ShouldContain(new EngineShape(1, 1, 1));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(9, false)]
    [InlineData(8, true)]
    public void Search_StaysWithinTheSlices(int slices, bool small)
    {
        var options = new EngineOptions(MultiplierBudget: slices)
        {
            Multiplier = small ? MultiplierSize.Mac16 : MultiplierSize.Dsp48,
        };

        var found = EngineCompiler.Compile(SmallGraphs.Encoder(), options).Value!.Parameters;

        found.Multipliers.Slices(found.Shape).ShouldBeLessThanOrEqualTo(slices);
    }

    [Fact]
    public void Search_TakesASmallerArray_WhenThereAreFewerLuts()
    {
        var graph = SmallGraphs.Encoder();

        var large = EngineCompiler.Compile(graph, new EngineOptions(LutBudget: 9000)).Value!;
        var small = EngineCompiler.Compile(graph, new EngineOptions(LutBudget: 2500)).Value!;

        small.Parameters.Shape.Cells.ShouldBeLessThan(large.Parameters.Shape.Cells);
        small.Schedule.Cycles.ShouldBeGreaterThan(large.Schedule.Cycles);
    }

    [Fact]
    public void Search_KeepsWhatIsPinned()
    {
        var found = EngineCompiler.Compile(SmallGraphs.Encoder(), new EngineOptions(G: 2)).Value!;

        found.Parameters.Shape.G.ShouldBe(2);
    }

    [Fact]
    public void MemoryMap_NeverSharesWords_BetweenTensorsThatLiveTogether()
    {
        foreach (var seed in Enumerable.Range(0, 50))
        {
            var program = Programs.Compile(RandomGraphs.Create(seed), new(6, 3, 1));

            var sharing =
                from left in program.MemoryMap
                from right in program.MemoryMap
                where !ReferenceEquals(left, right) && left.Memory == right.Memory && left.LivesWith(right)
                where left.Base < right.End && right.Base < left.End
                select (left, right);

            sharing.ShouldBeEmpty();
        }
    }

    [Fact]
    public void MemoryMap_ReusesWords_OfTensorsThatDied()
    {
        var graph = RandomGraphs.Create(1, new() { Layers = 2, Window = 12, Heads = 2 });
        var program = Programs.Compile(graph, new(6, 3, 1));

        var words = program.MemoryMap
            .Where(entry => entry.Memory is EngineMemory.Bank0 or EngineMemory.Bank1)
            .Sum(entry => entry.Layout.Words);

        (program.Parameters.Depths.Bank0 + program.Parameters.Depths.Bank1).ShouldBeLessThan(words / 2);
    }

    [Fact]
    public void Compile_GivesTheSameBytes_EveryTime()
    {
        var graph = RandomGraphs.Create(11);

        var (first, second) = (Programs.Compile(graph, new(6, 3, 1)), Programs.Compile(graph, new(6, 3, 1)));

        first.Images.All.SelectMany(image => image.ToHexLines())
            .ShouldBe(second.Images.All.SelectMany(image => image.ToHexLines()));
    }

    [Theory]
    [InlineData(33, 1, 1, "error ENGINE001 at engine.T: T = 33\n" +
        "  expected: 1 to 32\n  remedy:   choose T in this range")]
    [InlineData(6, 4, 2, "error ENGINE001 at engine.G: G = 4 does not divide T = 6\n" +
        "  expected: R that divides G, and G that divides T\n" +
        "  remedy:   change G or T, or leave one of them to the search")]
    [InlineData(6, 3, 2, "error ENGINE001 at engine.R: R = 2 does not divide G = 3\n" +
        "  expected: R that divides G, and G that divides T\n" +
        "  remedy:   change R or G, or leave one of them to the search")]
    public void Compile_Refuses_SizesThatDoNotFitTogether(int t, int g, int r, string expected)
    {
        var compiled = EngineCompiler.Compile(SmallGraphs.OneProduct(), new EngineOptions(t, g, r));

        compiled.Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe(expected);
    }

    [Fact]
    public void Compile_Refuses_ABudgetWithoutAShape()
    {
        var compiled = EngineCompiler.Compile(SmallGraphs.OneProduct(), new EngineOptions(MultiplierBudget: 0));

        compiled.Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe(
            "error ENGINE002 at engine: no engine of 0 DSP slices and 8000 LUTs has the sizes asked for\n" +
            "  expected: R that divides G, G that divides T, and enough DSP slices and LUTs for them\n" +
            "  remedy:   choose a larger device, or give T, G and R all three to build it without regard to the device");
    }

    [Fact]
    public void Compile_Refuses_SumsThatAreTooWide()
    {
        var graph = SmallGraphs.Graph(
            "wide",
            SmallGraphs.Input(1, 1100),
            SmallGraphs.Filled("output.weight", 1100, 1, 127),
            SmallGraphs.Product("output", 1, 1, "input", "output.weight", offset: 1L << 47));

        var texts = Faults(graph);

        texts.ShouldBe(
        [
            "error ENGINE003 at output: the sum of products needs 26 bits\n  expected: at most 25 bits\n" +
            "  remedy:   use fewer bits for the operation's operands or weights, or a smaller model dimension",
            "error ENGINE004 at output: the epilogue's sum needs 49 bits\n  expected: at most 48 bits\n" +
            "  remedy:   use fewer bits for the operation's operands or weights, or a smaller model dimension",
        ]);
    }

    [Fact]
    public void Compile_Refuses_ARightOperandThatIsNotTheResultOfADenseProduct()
    {
        var graph = SmallGraphs.Graph(
            "square",
            SmallGraphs.Input(2, 2),
            SmallGraphs.Constant("weight", 2, 2),
            SmallGraphs.Product("left", 2, 2, "input", "weight"),
            SmallGraphs.Product("output", 2, 2, "left", "input"));

        Faults(graph).ShouldBe(
        [
            "error ENGINE005 at output: the right operand 'input' cannot be brought into the engine's B memories\n" +
            "  expected: a constant or the result of a dense product\n" +
            "  remedy:   insert a dense projection between the two operations",
        ]);
    }

    [Fact]
    public void Compile_Refuses_AResidualFromTheLeftOperand()
    {
        var graph = SmallGraphs.Graph(
            "loop",
            SmallGraphs.Input(2, 2),
            SmallGraphs.Constant("weight", 2, 2),
            SmallGraphs.Product("output", 2, 2, "input", "weight", new ResidualTerm("input", [1], 0)));

        Faults(graph).ShouldBe(
        [
            "error ENGINE006 at output: two operands that one instruction reads at once would have to share a bank\n" +
            "  expected: A operands and residuals that two banks can keep apart\n" +
            "  remedy:   remove a residual connection, or change which tensor it starts from",
        ]);
    }

    [Fact]
    public void Compile_Refuses_ResidualsThatWouldNeedAThirdBank()
    {
        var graph = SmallGraphs.Graph(
            "triangle",
            SmallGraphs.Input(2, 2),
            SmallGraphs.Constant("weight", 2, 2),
            SmallGraphs.Product("first", 2, 2, "input", "weight"),
            SmallGraphs.Product("second", 2, 2, "first", "weight"),
            SmallGraphs.Product("third", 2, 2, "second", "weight", new ResidualTerm("first", [1], 0)),
            SmallGraphs.Product("fourth", 2, 2, "third", "weight", new ResidualTerm("first", [1], 0)),
            SmallGraphs.Product("fifth", 2, 2, "third", "weight", new ResidualTerm("second", [1], 0)),
            SmallGraphs.Product("output", 2, 2, "fourth", "weight", new ResidualTerm("fifth", [1], 0)));

        Faults(graph).ShouldHaveSingleItem().ShouldStartWith("error ENGINE006 at triangle: two operands");
    }

    [Fact]
    public void Compile_Refuses_StackedHeadsThatAreReadAsOneMatrix()
    {
        var graph = SmallGraphs.Graph(
            "stacked",
            SmallGraphs.Input(3, 2),
            SmallGraphs.Constant("weight", 2, 2),
            SmallGraphs.Product("query", 3, 2, "input", "weight"),
            SmallGraphs.Product("key", 3, 2, "input", "weight"),
            SmallGraphs.Attention(MatMulKind.AttentionScores, 2, 6, 3, "scores", "query", "key"),
            SmallGraphs.Constant("output.weight", 3, 3),
            SmallGraphs.Product("output", 6, 3, "scores", "output.weight"));

        Faults(graph).ShouldBe(
        [
            "error ENGINE010 at output: 'scores' has the matrices of 2 heads\n" +
            "  expected: one matrix, of no or one head\n" +
            "  remedy:   read the scores of several heads through a softmax and a context of as many heads, or use one head",
        ]);
        Faults(graph with { Operations = graph.Operations[..^2], Outputs = ["scores"] }).ShouldHaveSingleItem()
            .ShouldStartWith("error ENGINE010 at scores: 'scores' has the matrices of 2 heads");
    }

    [Fact]
    public void Compile_Refuses_SoftmaxesThatDiffer()
    {
        var graph = SmallGraphs.Graph(
            "softmaxes",
            SmallGraphs.Input(2, 2),
            SmallGraphs.Softmax("first", 2, 2, "input", exponentialBits: 8),
            SmallGraphs.Softmax("output", 2, 2, "first", exponentialBits: 7));

        Faults(graph).ShouldBe(
        [
            "error ENGINE007 at output: softmax with k = 9 and 7 exponential bits\n" +
            "  expected: k = 10 and 8 bits as in 'first'\n" +
            "  remedy:   give all softmaxes the same exponential bits and window length",
        ]);
    }

    private static IEnumerable<string> Faults(IntegerGraph graph) =>
        EngineCompiler.Compile(graph, EngineOptions.Pinned(new(2, 1, 1))).Diagnostics.Select(fault => fault.ToString());
}
