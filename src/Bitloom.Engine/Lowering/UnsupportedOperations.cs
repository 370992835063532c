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
        .. graph.Operations.OfType<SoftmaxOp>().Where(op => op.Causal).Select(Causal),
        .. graph.Operations.OfType<NormOp>().Select(Norm),
    ];

    private static Diagnostic Table(LookupOp op) => Diagnostic.Error(
        "ENGINE011", op.Output.Name, $"a table of '{op.Input}', which no product makes", "a table of a product's result",
        "insert a product before the table");

    private static Diagnostic Causal(SoftmaxOp op) => Fault(
        "ENGINE012", op.Output.Name, "a softmax with a causal mask", "a softmax that sees all keys", "remove the mask");

    private static Diagnostic Norm(NormOp op) => Fault(
        "ENGINE013", op.Output.Name, "a normalization of tokens", "batch normalization, which costs no operation",
        "normalize by batch, or not at all");

    private static Diagnostic Fault(string code, string place, string found, string expected, string remedy) =>
        Diagnostic.Error(code, place, found + ", which the engine does not have", expected, remedy);
}
