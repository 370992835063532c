using Bitloom.Engine;
using Bitloom.Interpreter;
using Bitloom.Ir;

namespace Bitloom.Tests.Engine;

/// <summary>Several programs on one engine, and programs for an engine that exists.</summary>
public sealed class SharedEngineTests
{
    private static readonly RandomGraphOptions Sized = new() { Window = 5, Features = 3 };

    [Fact]
    public void Together_GivesEveryProgramTheSameEngine_AndItsOwnResult()
    {
        foreach (var shape in Programs.Shapes)
        {
            var graphs = Graphs(count: 6, first: 40);

            var programs = Together(graphs, EngineOptions.Pinned(shape));

            programs.Select(program => program.Parameters).Distinct().Count().ShouldBe(1);
            foreach (var (graph, program) in graphs.Zip(programs))
                ShouldEqualInterpreter(graph, program);
        }
    }

    [Fact]
    public void Parameters_CanBePrinted()
    {
        var program = Together(Graphs(count: 1, first: 40), EngineOptions.Pinned(new(2, 1, 1)))[0];

        program.Parameters.ToString().ShouldContain("AccumulatorBits = ");
    }

    [Fact]
    public void Together_FindsTheShapeWithTheLeastCyclesOfAll()
    {
        var graphs = Graphs(count: 3, first: 50);

        var found = Together(graphs, new EngineOptions(T: 4, LutBudget: 1_000_000)).Sum(program => program.Schedule.Cycles);

        var others = Shapes(rows: 4).Select(shape =>
            Together(graphs, EngineOptions.Pinned(shape)).Sum(program => program.Schedule.Cycles));
        found.ShouldBe(others.Min());
    }

    [Fact]
    public void For_GivesTheSameProgram_OnAnEngineThatWasMadeForIt()
    {
        var graphs = Graphs(count: 4, first: 60);
        var programs = Together(graphs, EngineOptions.Pinned(new(6, 3, 1)));

        foreach (var (graph, program) in graphs.Zip(programs))
        {
            var again = EngineCompiler.CompileFor(graph, program.Parameters).Value!;

            ProgramPrinter.Print(again).ShouldBe(ProgramPrinter.Print(program));
        }
    }

    [Fact]
    public void For_RunsASmallerModel_OnALargerEngine()
    {
        var large = Programs.Compile(
            RandomGraphs.Create(1, Model(heads: 2, headDimension: 6, hidden: 20)), new(6, 3, 3));
        var small = RandomGraphs.Create(
            2, Model(heads: 1, headDimension: 3, hidden: 7) with { MaximumBits = 5, MultiplierBits = 8 });
        var fits = EngineCompiler.CompileFor(small, Wider(large.Parameters));

        fits.Diagnostics.ShouldBeEmpty();
        ShouldEqualInterpreter(small, fits.Value!);
    }

    [Fact]
    public void Together_Refuses_OtherWindowsAndOtherSoftmaxes()
    {
        var first = RandomGraphs.Create(1, Sized with { ExponentialBits = 8 });
        var second = RandomGraphs.Create(2, new() { Window = 9, Features = 3, ExponentialBits = 8 });

        var compiled = EngineCompiler.CompileTogether([first, second], EngineOptions.Pinned(new(2, 1, 1)));

        compiled.Diagnostics.Select(fault => fault.ToString()).ShouldBe(
        [
            "error ENGINE008 at random2: windows of 9 x 3\n  expected: 5 x 3\n"
                + "  remedy:   give each model an engine of its own",
            "error ENGINE008 at random2: a softmax with k = 13\n  expected: k = 12\n"
                + "  remedy:   give each model an engine of its own",
        ]);
    }

    [Fact]
    public void For_Refuses_EverythingThatTheEngineDoesNotHave()
    {
        var engine = Programs.Compile(SmallGraphs.OneProduct(), new(1, 1, 1)).Parameters;
        var graph = SmallGraphs.Graph(
            "larger",
            SmallGraphs.Input(2, 1),
            SmallGraphs.Constant("positions", 2, 2),
            SmallGraphs.Constant("first.weight", 1, 2),
            SmallGraphs.Product("first", 2, 2, "input", "first.weight", new ResidualTerm("positions", [900], 3)),
            SmallGraphs.Constant("output.weight", 2, 2),
            SmallGraphs.Product("output", 2, 2, "first", "output.weight"));

        var compiled = EngineCompiler.CompileFor(graph, engine);

        compiled.Diagnostics.Select(fault => fault.ToString()).ShouldBe(
        [
            Unfit("sums of products of 11 bits", "at most 8 bits"),
            Unfit("residual multipliers of 11 bits", "at most 2 bits"),
            Unfit("epilogue sums of 16 bits", "at most 13 bits"),
            Unfit("residual shifts from 3 to 3", "0 to 0"),
        ]);
    }

    [Fact]
    public void For_Refuses_ProgramsThatAreTooLong()
    {
        var engine = Programs.Compile(SmallGraphs.OneProduct(), new(1, 1, 1)).Parameters;
        var graph = SmallGraphs.Graph(
            "longer",
            SmallGraphs.Input(2, 1),
            SmallGraphs.Constant("first.weight", 1, 1),
            SmallGraphs.Product("first", 2, 1, "input", "first.weight"),
            SmallGraphs.Constant("second.weight", 1, 1),
            SmallGraphs.Product("second", 2, 1, "first", "second.weight"),
            SmallGraphs.Constant("output.weight", 1, 1),
            SmallGraphs.Product("output", 2, 1, "second", "output.weight"));

        var compiled = EngineCompiler.CompileFor(graph, engine);

        compiled.Diagnostics.Select(fault => fault.ToString()).ShouldBe(
        [
            Unfit("addresses of 2 bits", "at most 1 bits", "longer"),
            Unfit("3 words in the Weight memory", "at most 2 words", "longer"),
            Unfit("3 words in the Epilogue memory", "at most 2 words", "longer"),
            Unfit("4 words in the Program memory", "at most 2 words", "longer"),
        ]);
    }

    private static string Unfit(string found, string expected, string graph = "larger") =>
        $"error ENGINE009 at {graph}: {found}, which the engine does not have\n  expected: {expected}\n"
            + "  remedy:   build the engine for both models, or make this one smaller";

    private static IntegerGraph[] Graphs(int count, int first) =>
    [
        .. Enumerable.Range(first, count)
            .Select(seed => RandomGraphs.Create(seed, Sized with { ExponentialBits = 7 })),
    ];

    private static IReadOnlyList<EngineProgram> Together(IReadOnlyList<IntegerGraph> graphs, EngineOptions options)
    {
        var programs = EngineCompiler.CompileTogether(graphs, options);
        programs.Diagnostics.ShouldBeEmpty();
        return programs.Value!;
    }

    private static IEnumerable<EngineShape> Shapes(int rows) =>
        from g in Enumerable.Range(1, rows)
        from r in Enumerable.Range(1, g)
        let shape = new EngineShape(rows, g, r)
        where shape.IsLegal
        select shape;

    private static RandomGraphOptions Model(int heads, int headDimension, int hidden) => Sized with
    {
        Heads = heads,
        HeadDimension = headDimension,
        HiddenDimension = hidden,
        Layers = 1,
        ExponentialBits = 8,
    };

    private static EngineParameters Wider(EngineParameters engine) =>
        engine with { Widths = engine.Widths.WithRoom(), CountBits = engine.CountBits + 1 };

    private static void ShouldEqualInterpreter(IntegerGraph graph, EngineProgram program)
    {
        var input = RandomGraphs.Input(graph, 7);
        EngineSimulator.Run(program, input, observer: null, remains: 3).Output
            .ShouldBe(GraphInterpreter.Run(graph, input).Output);
    }
}
