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
        return [.. graph.Outputs.SelectMany(name => tensors[name])];
    }

    private static int[] Values(
        IntegerGraph graph, IntegerOp operation, Dictionary<string, int[]> tensors, int[] window) => operation switch
        {
            InputOp => window,
            ConstantOp constant => [.. constant.Values],
            MatMulOp product => ExactMatMul.Run(graph, product, tensors),
            SoftmaxOp softmax => Rows(softmax, tensors[softmax.Scores]),
            LookupOp lookup => [.. tensors[lookup.Input]
                .Select(value => lookup.Table[value - graph.TensorOf(lookup.Input).Format.Minimum])],
            NormOp norm => [.. tensors[norm.Input].Chunk(norm.Output.Columns).SelectMany(row => ExactNorm.Row(norm, row))],
            _ => throw new ArgumentException($"{operation.GetType().Name} is not known here", nameof(operation)),
        };

    private static int[] Rows(SoftmaxOp op, int[] scores) =>
        [.. scores.Chunk(op.Output.Columns).SelectMany((row, index) => Masked(op, row, index % op.Output.Columns))];

    private static IEnumerable<int> Masked(SoftmaxOp op, int[] scores, int token)
    {
        var seen = op.Causal ? token + 1 : scores.Length;
        return [.. Row(op, scores[..seen]), .. Enumerable.Repeat(0, scores.Length - seen)];
    }

    private static IEnumerable<int> Row(SoftmaxOp op, int[] scores)
    {
        var exponentials = scores.Select(score => (BigInteger)op.Exponentials[scores.Max() - score]).ToArray();
        var scale = BigInteger.Pow(2, op.Output.Format.Bits) - 1;
        var power = BigInteger.Pow(2, op.ReciprocalShift);
        var reciprocal = scale * power / exponentials.Aggregate(BigInteger.Zero, (sum, e) => sum + e);
        return exponentials.Select(e => (int)BigInteger.Min(scale, (2 * e * reciprocal + power) / (2 * power)));
    }
}
