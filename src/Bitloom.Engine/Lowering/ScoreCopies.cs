using System.Collections.Immutable;
using Bitloom.Ir;

namespace Bitloom.Engine;

/// <summary>
/// The row maxima of a softmax are taken while its scores drain. Scores that no product drains by rows (the input, a
/// constant, probabilities, the contexts of several heads) are copied by a product with the identity.
/// </summary>
internal static class ScoreCopies
{
    /// <summary>The graph in which every softmax reads the result of a product; the same one if it does already.</summary>
    public static IntegerGraph Insert(IntegerGraph graph)
    {
        var operations = graph.Operations.SelectMany(op =>
            op is SoftmaxOp softmax && !IsDrained(graph.Producer(softmax.Scores)) ? Copied(graph, softmax) : [op]);
        return graph with { Operations = [.. operations] };
    }

    private static bool IsDrained(IntegerOp producer) =>
        producer is MatMulOp { Kind: not MatMulKind.AttentionContext } or MatMulOp { Heads: 1 };

    private static IEnumerable<IntegerOp> Copied(IntegerGraph graph, SoftmaxOp softmax)
    {
        var scores = graph.TensorOf(softmax.Scores);
        var copy = scores with { Name = $"{softmax.Output.Name}.scores" };
        var identity = new Tensor(
            $"{softmax.Output.Name}.identity", scores.Columns, scores.Columns, new IntegerFormat(2, Signed: true),
            scores.Affine);
        var format = scores.Format;
        yield return new ConstantOp(identity, Identity(scores.Columns));
        // (x * 2) >> 1: an epilogue shifts by one bit at least.
        yield return new MatMulOp(
            copy, softmax.Scores, identity.Name, MatMulKind.Dense, Heads: 1,
            new Epilogue([2], [0], Shift: 1, Residual: null, format.Minimum, format.Maximum));
        yield return softmax with { Scores = copy.Name };
    }

    private static ImmutableArray<int> Identity(int size) =>
        [.. Enumerable.Range(0, size * size).Select(index => index / size == index % size ? 1 : 0)];
}
