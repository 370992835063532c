using Bitloom.Diagnostics;
using Bitloom.Ir;

namespace Bitloom.Engine;

/// <summary>What the engine cannot do, whatever its size.</summary>
internal static class EngineLimits
{
    /// <summary>All faults of a graph.</summary>
    public static IEnumerable<Diagnostic> Check(IntegerGraph graph) =>
    [
        .. graph.Operations.OfType<MatMulOp>().SelectMany(op => CheckProduct(graph, op)), .. CheckSoftmaxes(graph),
        .. StackedHeads.Check(graph), .. UnsupportedOperations.Check(graph),
    ];

    /// <summary>The fault of a graph whose A operands and residuals cannot be in different banks.</summary>
    public static Diagnostic OperandsInOneBank(IntegerGraph graph) => Diagnostic.Error(
        "ENGINE006",
        graph.Name,
        "two operands that one instruction reads at once would have to share a bank",
        "A operands and residuals that two banks can keep apart",
        "remove a residual connection, or change which tensor it starts from");

    private static IEnumerable<Diagnostic> CheckProduct(IntegerGraph graph, MatMulOp op)
    {
        var widths = ValueRanges.Of(graph, op);
        if (widths.AccumulatorBits > EngineWidths.MaximumAccumulatorBits)
            yield return TooWideForCells(op, "sum of products", widths.AccumulatorBits);
        if (widths.SumBits > EngineWidths.SumBits)
            yield return TooWide("ENGINE004", op, "epilogue's sum", widths.SumBits, EngineWidths.SumBits);
        if (!IsBOperand(graph, op))
            yield return UnsupportedBOperand(op);
        if (op.Epilogue.Residual is { } residual && ShareMemory(graph, op.A, residual.Tensor))
            yield return OperandsInOneBank(graph) with { Location = op.Output.Name };
    }

    private static IEnumerable<Diagnostic> CheckSoftmaxes(IntegerGraph graph)
    {
        var first = ProveWidths.Softmaxes(graph).FirstOrDefault();
        foreach (var op in ProveWidths.Softmaxes(graph))
        {
            if ((op.ReciprocalShift, op.ExponentialBits) != (first!.ReciprocalShift, first.ExponentialBits))
                yield return DifferentSoftmax(op, first);
            var reciprocalBits = ProveWidths.QuotientBits(op) + 1;
            if (reciprocalBits > EngineWidths.MaximumAccumulatorBits)
                yield return TooWideForCells(op, "reciprocal", reciprocalBits);
        }
    }

    // Keys and values are written by the drain of a dense product; a score's or context's heads would not fit a row.
    private static bool IsBOperand(IntegerGraph graph, MatMulOp op) => Product(graph, op.B) switch
    {
        ConstantOp or NormOp => op.Kind == MatMulKind.Dense,
        MatMulOp { Kind: MatMulKind.Dense } producer =>
            op.Kind != MatMulKind.AttentionContext || graph.Producer(producer.B) is ConstantOp,
        _ => false,
    };

    // A table behind a product goes through the product's drain.
    private static IntegerOp Product(IntegerGraph graph, string tensor) =>
        graph.Producer(tensor) is LookupOp lookup ? graph.Producer(lookup.Input) : graph.Producer(tensor);

    private static bool ShareMemory(IntegerGraph graph, string a, string residual) =>
        a == residual || (graph.Producer(a) is ConstantOp && graph.Producer(residual) is ConstantOp);

    private static Diagnostic TooWideForCells(IntegerOp op, string what, int found) =>
        TooWide("ENGINE003", op, what, found, EngineWidths.MaximumAccumulatorBits);

    private static Diagnostic TooWide(string code, IntegerOp op, string what, int found, int limit) => Diagnostic.Error(
        code,
        op.Output.Name,
        $"the {what} needs {found} bits",
        $"at most {limit} bits",
        "use fewer bits for the operation's operands or weights, or a smaller model dimension");

    private static Diagnostic UnsupportedBOperand(MatMulOp op) => Diagnostic.Error(
        "ENGINE005",
        op.Output.Name,
        $"the right operand '{op.B}' cannot be brought into the engine's B memories",
        "a constant or the result of a dense product",
        "insert a dense projection between the two operations");

    private static Diagnostic DifferentSoftmax(SoftmaxOp op, SoftmaxOp first) => Diagnostic.Error(
        "ENGINE007",
        op.Output.Name,
        $"softmax with k = {op.ReciprocalShift} and {op.ExponentialBits} exponential bits",
        $"k = {first.ReciprocalShift} and {first.ExponentialBits} bits as in '{first.Output.Name}'",
        "give all softmaxes the same exponential bits and window length");
}
