using Bitloom.Diagnostics;
using Bitloom.Ir;

namespace Bitloom.Engine;

/// <summary>
/// Tensors that stack heads by rows start a tile with each head. Who reads one must know that: a softmax, a context of
/// as many heads, or a residual of such a tensor.
/// </summary>
internal static class StackedHeads
{
    /// <summary>Every place that reads a tensor as if it were stacked otherwise.</summary>
    public static IEnumerable<Diagnostic> Check(IntegerGraph graph)
    {
        var reads = graph.Operations.OfType<MatMulOp>().SelectMany(Reads)
            .Concat(graph.Operations.OfType<NormOp>().Select(op => (op.Output.Name, op.Input, 1)))
            .Concat(graph.Outputs.Select(output => (output, output, 1)));
        foreach (var (reader, tensor, heads) in reads)
        {
            var stacked = TensorLayouts.Heads(graph, tensor);
            if (stacked != heads)
                yield return Fault(reader, tensor, stacked, heads);
        }
    }

    private static IEnumerable<(string Reader, string Tensor, int Heads)> Reads(MatMulOp op)
    {
        var name = op.Output.Name;
        yield return (name, op.A, op.Kind == MatMulKind.AttentionContext ? op.Heads : 1);
        if (op.Epilogue.Residual is { } residual)
            yield return (name, residual.Tensor, op.Kind == MatMulKind.AttentionScores ? op.Heads : 1);
    }

    private static Diagnostic Fault(string reader, string tensor, int found, int expected) => Diagnostic.Error(
        "ENGINE010",
        reader,
        $"'{tensor}' has {Matrices(found)}",
        Matrices(expected),
        "read the scores of several heads through a softmax and a context of as many heads, or use one head");

    private static string Matrices(int heads) =>
        heads == 1 ? "one matrix, of no or one head" : FormattableString.Invariant($"the matrices of {heads} heads");
}
