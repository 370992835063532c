using System.Numerics;
using Bitloom.Ir;
using Bitloom.Tests.Interpreter;

namespace Bitloom.Tests.Evaluators;

/// <summary>
/// A whole graph in unbounded integers, read from docs/arithmetic.md; shares no code with an evaluator.
/// </summary>
internal static class ExactGraph
{
    public static int[] Output(IntegerGraph graph, int[] window)
    {
        var tensors = new Dictionary<string, int[]>(StringComparer.Ordinal);
        foreach (var operation in graph.Operations)
            tensors.Add(operation.Output.Name, Values(graph, operation, tensors, window));
        return tensors[graph.Output];
    }

    private static int[] Values(
        IntegerGraph graph, IntegerOp operation, Dictionary<string, int[]> tensors, int[] window) => operation switch
        {
            InputOp => window,
            ConstantOp constant => [.. constant.Values],
            MatMulOp product => ExactMatMul.Run(graph, product, tensors),
            SoftmaxOp softmax => Rows(softmax, tensors[softmax.Scores]),
            _ => throw new ArgumentException($"{operation.GetType().Name} is not known here", nameof(operation)),
        };

    private static int[] Rows(SoftmaxOp op, int[] scores) =>
        [.. scores.Chunk(op.Output.Columns).SelectMany(row => Row(op, row))];

    private static IEnumerable<int> Row(SoftmaxOp op, int[] scores)
    {
        var exponentials = scores.Select(score => (BigInteger)op.Exponentials[scores.Max() - score]).ToArray();
        var scale = BigInteger.Pow(2, op.Output.Format.Bits) - 1;
        var power = BigInteger.Pow(2, op.ReciprocalShift);
        var reciprocal = scale * power / exponentials.Aggregate(BigInteger.Zero, (sum, e) => sum + e);
        return exponentials.Select(e => (int)BigInteger.Min(scale, (2 * e * reciprocal + power) / (2 * power)));
    }
}
