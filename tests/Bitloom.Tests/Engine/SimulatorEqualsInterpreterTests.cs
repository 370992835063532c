using Bitloom.Engine;
using Bitloom.Interpreter;
using Bitloom.Ir;

namespace Bitloom.Tests.Engine;

public sealed class SimulatorEqualsInterpreterTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 260)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void EveryTensor_EqualsTheInterpreters_OnRandomGraphsAndShapes(int seed)
    {
        var graph = RandomGraphs.Create(seed);
        var program = Programs.Compile(graph, Programs.Shapes[seed % Programs.Shapes.Length]);

        ShouldEqualInterpreter(graph, program, RandomGraphs.Input(graph, seed + 1000), remains: null);
    }

    [Theory]
    [InlineData(7, 10, 6, 3, 1)]
    [InlineData(7, 5, 6, 3, 3)]
    [InlineData(4, 3, 6, 2, 1)]
    [InlineData(12, 4, 12, 6, 2)]
    [InlineData(9, 6, 4, 4, 1)]
    [InlineData(1, 7, 16, 16, 1)]
    public void EveryTensor_EqualsTheInterpreters_WhenNothingDividesAnything(
        int window, int headDimension, int t, int g, int r)
    {
        foreach (var heads in new[] { 1, 2, 4 })
        {
            var options = new RandomGraphOptions { Window = window, HeadDimension = headDimension, Heads = heads };
            var graph = RandomGraphs.Create(heads, options with { Layers = 2 });
            var program = Programs.Compile(graph, new(t, g, r));

            ShouldEqualInterpreter(graph, program, RandomGraphs.Input(graph, 3), remains: 5);
        }
    }

    [Fact]
    public void EveryTensor_EqualsTheInterpreters_WhateverAnEarlierInferenceLeft()
    {
        foreach (var seed in Enumerable.Range(300, 60))
        {
            var graph = RandomGraphs.Create(seed);
            var program = Programs.Compile(graph, Programs.Shapes[seed % Programs.Shapes.Length]);

            ShouldEqualInterpreter(graph, program, RandomGraphs.Input(graph, seed), remains: seed);
        }
    }

    [Fact]
    public void EveryTensor_EqualsTheInterpreters_OnTheSearchedEngineOfALargeModel()
    {
        var options = new RandomGraphOptions { Window = 12, Features = 7, Heads = 2, HeadDimension = 16, Layers = 2 };
        var graph = RandomGraphs.Create(17, options with { HiddenDimension = 128, MaximumBits = 6 });
        var program = EngineCompiler.Compile(graph, new EngineOptions()).Value!;

        ShouldEqualInterpreter(graph, program, RandomGraphs.Input(graph, 17), remains: 17);
    }

    [Fact]
    public void Simulator_GivesAnotherResult_WithACorruptedWeight()
    {
        var graph = SmallGraphs.Encoder();
        var program = Programs.Compile(graph, new(6, 3, 1));
        var weight = program.Images.Weight;
        var flipped = weight with { Words = weight.Words.SetItem(0, weight.Words[0] ^ 64) };
        var corrupted = program with { Images = program.Images with { Weight = flipped } };
        int[] input = [10, 20, 30, 40, 50, 60];
        var embedding = program.MemoryMap.Single(entry => entry.Tensor == "embedding");

        var simulated = EngineSimulator.Run(corrupted, input);

        simulated.Tensor(embedding, signed: true).ShouldNotBe(GraphInterpreter.Run(graph, input)["embedding"]);
    }

    [Fact]
    public void Simulator_GivesAnotherResult_WithOneAccumulatorBitLess()
    {
        var graph = SmallGraphs.Graph(
            "wide",
            SmallGraphs.Input(1, 2),
            SmallGraphs.Filled("output.weight", 2, 1, 127),
            SmallGraphs.Product("output", 1, 1, "input", "output.weight"));
        var program = Programs.Compile(graph, new(1, 1, 1));
        var widths = program.Parameters.Widths;
        var narrower = widths with { AccumulatorBits = widths.AccumulatorBits - 1 };
        var narrow = program with { Parameters = program.Parameters with { Widths = narrower } };

        EngineSimulator.Run(program, [-128, -128]).Output.ShouldBe([-128]);
        EngineSimulator.Run(narrow, [-128, -128]).Output.ShouldBe([48]);
    }

    [Fact]
    public void EveryTensor_EqualsTheInterpreters_WhereSumsAreAsWideAsProven()
    {
        var graph = SmallGraphs.Extremes();
        var program = Programs.Compile(graph, new(1, 1, 1));

        foreach (var input in SmallGraphs.ExtremeInputs())
            ShouldEqualInterpreter(graph, program, input, remains: null);
    }

    [Fact]
    public void EveryTensor_EqualsTheInterpreters_WhereEachHeadHasItsResidual()
    {
        var graph = SmallGraphs.Encoder();
        var context = graph.Operations.OfType<MatMulOp>().Single(op => op.Output.Name == "context");
        var added = context with { Epilogue = new([1], [128], 8, new("query", [256], 0), -128, 127) };
        var changed = graph with { Operations = graph.Operations.Replace(context, added) };

        ShouldEqualInterpreter(
            changed, Programs.Compile(changed, new(2, 2, 1)), [10, -20, 30, 40, -50, 60], remains: null);
    }

    private static void ShouldEqualInterpreter(IntegerGraph graph, EngineProgram program, int[] input, int? remains)
    {
        var simulated = EngineSimulator.Run(program, input, observer: null, remains);
        var expected = GraphInterpreter.Run(graph, input);
        simulated.Output.ShouldBe(expected.Output);
        foreach (var entry in program.MemoryMap)
        {
            var values = simulated.Tensor(entry, graph.TensorOf(entry.Tensor).Format.Signed);
            values.ShouldBe(expected[entry.Tensor], entry.Tensor);
        }
    }
}
