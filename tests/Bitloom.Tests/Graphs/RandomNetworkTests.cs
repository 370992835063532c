using Bitloom.Engine;
using Bitloom.Interpreter;
using Bitloom.Ir;

namespace Bitloom.Tests.Graphs;

public sealed class RandomNetworkTests
{
    [Fact]
    public void CreateAny_GivesValidGraphs_OfEverySeed()
    {
        var violations = Seeds(400).SelectMany(GraphVerifier.Verify).ToList();

        violations.ShouldBeEmpty();
    }

    [Fact]
    public void CreateAny_GivesValidGraphsWithEveryOperation_WhereTheyAreAskedFor()
    {
        var graphs = Enumerable.Range(0, 200)
            .Select(seed => RandomGraphs.CreateAny(seed, RandomGraphOptions.Everything)).ToList();
        var operations = graphs.SelectMany(graph => graph.Operations).ToList();

        graphs.SelectMany(GraphVerifier.Verify).ShouldBeEmpty();
        graphs.Count(graph => graph.Outputs.Length > 1).ShouldBeGreaterThan(20);
        operations.OfType<LookupOp>().Count().ShouldBeGreaterThan(50);
        operations.OfType<NormOp>().Count(op => op.Centered).ShouldBeGreaterThan(20);
        operations.OfType<NormOp>().Count(op => !op.Centered).ShouldBeGreaterThan(20);
        operations.OfType<SoftmaxOp>().Count(op => op.Causal).ShouldBeGreaterThan(20);
    }

    [Fact]
    public void CreateAny_GivesTheSameGraph_OfTheSameSeed()
    {
        foreach (var seed in Enumerable.Range(0, 20))
            GraphPrinter.Print(RandomGraphs.CreateAny(seed)).ShouldBe(GraphPrinter.Print(RandomGraphs.CreateAny(seed)));
    }

    [Fact]
    public void CreateAny_ReachesEveryStructureAndEveryBound()
    {
        var graphs = Seeds(400).ToList();
        var products = graphs.SelectMany(graph => graph.Operations.OfType<MatMulOp>()).ToList();
        var sums = graphs.SelectMany(graph => graph.Operations.OfType<MatMulOp>()
            .Select(op => ValueRanges.Of(graph, op).SumBits));

        graphs.ShouldContain(graph => graph.Operations.OfType<SoftmaxOp>().Any(op => op.Scores.StartsWith("dense")));
        graphs.ShouldContain(graph => graph.OutputTensors.Single().Rows > 12);
        graphs.ShouldContain(graph => !graph.Operations.OfType<SoftmaxOp>().Any());
        products.ShouldContain(op => op.B.StartsWith("dense") && op.Kind == MatMulKind.Dense);
        products.ShouldContain(op => op.A.StartsWith("dense") && op.Kind == MatMulKind.AttentionContext);
        products.ShouldContain(op => op.Epilogue.Multipliers.Contains((1 << 17) - 1));
        products.ShouldContain(op => op.Epilogue.Multipliers.Contains(-(1 << 17)));
        sums.Max().ShouldBe(48);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void EverySimulatedTensor_EqualsTheInterpreters_WhereTheCompilerTakesTheGraph(bool everyOperation)
    {
        var compiled = 0;
        var options = everyOperation ? RandomGraphOptions.OfEngines : new();
        foreach (var seed in Enumerable.Range(0, 400))
        {
            var graph = RandomGraphs.CreateAny(seed, options);
            var shape = Engine.Programs.Shapes[seed % Engine.Programs.Shapes.Length];
            var program = EngineCompiler.Compile(graph, EngineOptions.Pinned(shape));
            if (!program.Ok)
                continue;
            compiled++;
            var input = RandomGraphs.Input(graph, seed);

            var simulated = EngineSimulator.Run(program.Value, input, observer: null, remains: seed);

            var expected = GraphInterpreter.Run(graph, input).Output;
            simulated.Output.SequenceEqual(expected).ShouldBeTrue($"seed {seed} on {shape}");
        }

        compiled.ShouldBeGreaterThan(300);
    }

    private static IEnumerable<IntegerGraph> Seeds(int count) =>
        Enumerable.Range(0, count).Select(seed => RandomGraphs.CreateAny(seed));
}
