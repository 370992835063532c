using Bitloom.Interpreter;
using Bitloom.Ir;

namespace Bitloom.Tests.Interpreter;

public sealed class MatMulExactnessTests
{
    [Theory]
    [InlineData(MatMulKind.Dense)]
    [InlineData(MatMulKind.AttentionScores)]
    [InlineData(MatMulKind.AttentionContext)]
    public void Run_EqualsUnboundedIntegers_OnRandomGraphs(MatMulKind kind)
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var graph = RandomGraphs.Create(seed);
            var result = GraphInterpreter.Run(graph, RandomGraphs.Input(graph, seed));
            foreach (var op in graph.Operations.OfType<MatMulOp>().Where(op => op.Kind == kind))
            {
                var exact = ExactMatMul.Run(graph, op, result.Tensors);

                result[op.Output.Name].ShouldBe(exact, $"seed {seed}, {op.Output.Name}");
            }
        }
    }
}
