using Bitloom.Diagnostics;
using Bitloom.Interpreter;
using Bitloom.Ir;

namespace Bitloom.Tests.Ir;

public sealed class PassPipelineTests
{
    public static TheoryData<string> Passes => [.. PassPipeline.Standard.Select(pass => pass.Name)];

    [Theory]
    [MemberData(nameof(Passes))]
    public void Run_KeepsTheOutput_OfEveryPass(string name)
    {
        var pass = PassPipeline.Standard.Single(pass => pass.Name == name);

        for (var seed = 0; seed < 60; seed++)
        {
            var graph = Burdened(seed);
            var input = RandomGraphs.Input(graph, seed);
            var before = GraphInterpreter.Run(graph, input).Output;

            var after = GraphInterpreter.Run(pass.Run(graph), input).Output;

            after.ShouldBe(before, $"seed {seed}");
        }
    }

    [Fact]
    public void RemoveUnusedOperations_RemovesChains_AndNothingElse()
    {
        var graph = RandomGraphs.Create(4);

        var cleaned = new RemoveUnusedOperations().Run(Burdened(4));

        cleaned.Operations.Select(op => op.Output.Name).ShouldBe(graph.Operations.Select(op => op.Output.Name));
    }

    [Fact]
    public void NarrowSharedConstants_KeepsOneEntry_OnlyWhereAllAreEqual()
    {
        var epilogue = new Epilogue([5, 5], [1, 2], 3, new("positions", [7, 7], 0), -128, 127);
        var graph = WithEmbedding(epilogue);

        var narrowed = new NarrowSharedConstants().Run(graph);

        var result = ((MatMulOp)narrowed.Producer("embedding")).Epilogue;
        result.Multipliers.ShouldBe([5]);
        result.Offsets.ShouldBe([1L, 2L]);
        result.Residual!.Multipliers.ShouldBe([7]);
    }

    [Fact]
    public void Run_RemovesThenNarrows_WithTheVerifierSatisfied()
    {
        var graph = PassPipeline.Run(Burdened(7));

        GraphVerifier.Verify(graph).ShouldBeEmpty();
    }

    [Fact]
    public void Run_NamesThePass_ThatLeavesAnInvalidGraph()
    {
        var fault = Should.Throw<CompilerBugException>(
            () => PassPipeline.Run(SmallGraph.Create(), [new LoseTheOutput()]));

        fault.Message.ShouldStartWith("graph after LoseTheOutput: ");
    }

    private static IntegerGraph WithEmbedding(Epilogue epilogue)
    {
        var graph = SmallGraph.Create();
        var embedding = (MatMulOp)graph.Producer("embedding");
        return graph with { Operations = graph.Operations.Replace(embedding, embedding with { Epilogue = epilogue }) };
    }

    /// <summary>A random graph with a chain that nothing reads, and with every shared constant written out.</summary>
    private static IntegerGraph Burdened(int seed)
    {
        var graph = RandomGraphs.Create(seed);
        var weight = (ConstantOp)graph.Producer("output.weight");
        var copy = weight with { Output = weight.Output with { Name = "unused.weight" } };
        var output = (MatMulOp)graph.Producer("output");
        var unused = output with { Output = output.Output with { Name = "unused" }, B = "unused.weight" };
        return graph with { Operations = [.. graph.Operations.Select(WrittenOut), copy, unused] };
    }

    private static IntegerOp WrittenOut(IntegerOp operation) => operation is not MatMulOp op ? operation : op with
    {
        Epilogue = op.Epilogue with
        {
            Multipliers = [.. Enumerable.Range(0, op.Output.Columns).Select(op.Epilogue.Multiplier)],
            Offsets = [.. Enumerable.Range(0, op.Output.Columns).Select(op.Epilogue.Offset)],
        },
    };

    private sealed class LoseTheOutput : IGraphPass
    {
        public string Name => nameof(LoseTheOutput);

        public string Description => "Breaks a graph";

        public IntegerGraph Run(IntegerGraph graph) => graph with { Outputs = ["nothing"] };
    }
}
