using Bitloom.Diagnostics;
using Bitloom.Ir;

namespace Bitloom.Engine;

/// <summary>Operations that evaluators have and the engine does not.</summary>
internal static class UnsupportedOperations
{
    /// <summary>Every operation of the graph that no instruction computes.</summary>
    public static IEnumerable<Diagnostic> Check(IntegerGraph graph) =>
    [
        .. graph.Operations.OfType<LookupOp>().Where(op => graph.Producer(op.Input) is not MatMulOp).Select(Table),
        .. graph.Operations.OfType<SoftmaxOp>().Where(op => op.Causal).SelectMany(op => Causal(graph, op)),
        .. Norms(graph),
    ];

    private static Diagnostic Table(LookupOp op) => Diagnostic.Error(
        "ENGINE011", op.Output.Name, $"a table of '{op.Input}', which no product makes", "a table of a product's result",
        "insert a product before the table");

    // The rows of a tile are consecutive tokens of one head, and their maxima are taken once.
    private static IEnumerable<Diagnostic> Causal(IntegerGraph graph, SoftmaxOp op)
    {
        var (rows, keys) = (op.Output.Rows / TensorLayouts.Heads(graph, op.Scores), op.Output.Columns);
        if (rows != keys)
            yield return Mask(op, $"{rows} rows of a head and {keys} keys", "as many rows of a head as keys");
        if (graph.Operations.OfType<SoftmaxOp>().Any(other => other.Scores == op.Scores && !other.Causal))
            yield return Mask(op, $"the scores '{op.Scores}', which a softmax without a mask reads too", "scores of its own");
    }

    private static Diagnostic Mask(SoftmaxOp op, string found, string expected) => Diagnostic.Error(
        "ENGINE012", op.Output.Name, $"a causal softmax of {found}", expected,
        "make scores for it by a product of their own, or remove the mask");

    private static IEnumerable<Diagnostic> Norms(IntegerGraph graph)
    {
        var first = graph.Operations.OfType<NormOp>().FirstOrDefault();
        foreach (var op in graph.Operations.OfType<NormOp>())
        {
            if (IntegerArithmetic.SignedBits(op.Epsilon, op.Epsilon) > EngineWidths.MaximumMultiplierBits)
                yield return WideConstant(op, $"E = {op.Epsilon}", EngineWidths.MaximumMultiplierBits);
            if (IntegerArithmetic.SignedBits(op.Gain, op.Gain) > EngineWidths.SumBits)
                yield return WideConstant(op, $"G = {op.Gain}", EngineWidths.SumBits);
            if (op.Output.Columns != first!.Output.Columns)
                yield return DifferentNorm(op, first);
        }
    }

    private static Diagnostic WideConstant(NormOp op, string constant, int bits) => Diagnostic.Error(
        "ENGINE013", op.Output.Name, $"a normalization with {constant}", $"a constant of at most {bits} bits",
        $"give '{op.Input}' a wider range or '{op.Output.Name}' fewer bits");

    private static Diagnostic DifferentNorm(NormOp op, NormOp first) => Diagnostic.Error(
        "ENGINE014", op.Output.Name, $"a normalization of {op.Output.Columns} features",
        $"{first.Output.Columns} features as in '{first.Output.Name}'", "normalize tokens of one width only");
}
