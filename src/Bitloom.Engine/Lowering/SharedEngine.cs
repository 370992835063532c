using Bitloom.Diagnostics;
using Bitloom.Ir;

namespace Bitloom.Engine;

/// <summary>What keeps graphs from running on one engine, and a graph from running on a given one.</summary>
internal static class SharedEngine
{
    private const string NotTogether = "give each model an engine of its own";

    /// <summary>The engine is built for one window and one reciprocal's shift.</summary>
    public static IEnumerable<Diagnostic> Check(IReadOnlyList<IntegerGraph> graphs)
    {
        var first = graphs[0];
        var shift = graphs.Select(ReciprocalShift).FirstOrDefault(k => k is not null);
        var features = graphs.Select(Features).FirstOrDefault(d => d is not null);
        foreach (var graph in graphs)
        {
            if (Window(graph) != Window(first))
                yield return Fault("ENGINE008", graph, $"windows of {Window(graph)}", Window(first), NotTogether);
            if (ReciprocalShift(graph) is { } k && k != shift)
                yield return Fault("ENGINE008", graph, $"a softmax with k = {k}", $"k = {shift}", NotTogether);
            if (Features(graph) is { } d && d != features)
                yield return Fault("ENGINE008", graph, $"tokens of {d} features", $"{features} features", NotTogether);
        }
    }

    /// <summary>Every width of the graph that the engine does not have.</summary>
    public static IEnumerable<Diagnostic> CheckWidths(IntegerGraph graph, EngineParameters engine)
    {
        var (has, window) = (engine.Widths, $"{engine.InputRows} x {engine.InputColumns}");
        if (Window(graph) != window)
            yield return Unfit(graph, $"windows of {Window(graph)}", window);
        if (ReciprocalShift(graph) is { } k && k != has.Softmax.ReciprocalShift)
            yield return Unfit(graph, $"a softmax with k = {k}", $"k = {has.Softmax.ReciprocalShift}");
        if (Features(graph) is { } d && d != has.Norm.Features)
            yield return Unfit(graph, $"a normalization of {d} features", $"{has.Norm.Features} features");
        var needs = ProveWidths.Of([graph], has.Softmax.PreShift);
        foreach (var (name, need, room) in Pairs(needs, has).Where(pair => pair.Need > pair.Has))
            yield return Unfit(graph, $"{name} of {need} bits", $"at most {room} bits");
        foreach (var (name, need, room) in Shifts(graph, needs, has).Where(pair => !Contains(pair.Has, pair.Need)))
            yield return Unfit(graph, $"{name} from {Text(need)}", Text(room));
    }

    /// <summary>Every size of the graph's program that the engine does not have.</summary>
    public static IEnumerable<Diagnostic> CheckSizes(
        IntegerGraph graph, EngineParameters needed, EngineParameters engine)
    {
        if (needed.CountBits > engine.CountBits)
            yield return Unfit(graph, $"counts of {needed.CountBits} bits", $"at most {engine.CountBits} bits");
        if (needed.AddressBits > engine.AddressBits)
            yield return Unfit(graph, $"addresses of {needed.AddressBits} bits", $"at most {engine.AddressBits} bits");
        foreach (var memory in EngineMemories.All)
        {
            var (need, has) = (needed.Depths[memory], engine.Depths[memory]);
            if (need > has)
                yield return Unfit(graph, $"{need} words in the {memory} memory", $"at most {has} words");
        }

        if (Excess(needed.Weights, engine.Weights) is { } bit)
            yield return WideWeights(graph, needed.Weights.WordsOf(bit), engine.Weights.WordsOf(bit), bit);
        if (needed.InputResidual && !engine.InputResidual)
            yield return Unfit(graph, "a residual that is read from the input", "residuals of other tensors");
    }

    // The lowest bit but the first of which the weights need more words; the first is the memory's depth.
    private static int? Excess(WeightPlanes needed, WeightPlanes engine) => Enumerable.Range(1, needed.ElementBits - 1)
        .Where(bit => needed.WordsOf(bit) > engine.WordsOf(bit)
            && needed.WordsOf(bit) <= engine.WordsOf(0))
        .Select(bit => (int?)bit)
        .FirstOrDefault();

    private static Diagnostic WideWeights(IntegerGraph graph, int need, int has, int bits) =>
        Unfit(graph, $"{need} words of weights of more than {bits} bits", $"at most {has} words");

    private static IEnumerable<(string Name, int Need, int Has)> Pairs(EngineWidths needs, EngineWidths has) =>
    [
        ("activations", needs.ActivationBits, has.ActivationBits),
        ("B operands", needs.OperandBits, has.OperandBits),
        ("sums of products", needs.AccumulatorBits, has.AccumulatorBits),
        ("multipliers", needs.MultiplierBits, has.MultiplierBits),
        ("residual multipliers", needs.ResidualMultiplierBits, has.ResidualMultiplierBits),
        ("offsets", needs.OffsetBits, has.OffsetBits),
        ("epilogue sums", needs.EpilogueSumBits, has.EpilogueSumBits),
        ("exponentials", needs.Softmax.ExponentialBits, has.Softmax.ExponentialBits),
        ("reciprocals", needs.Softmax.QuotientBits, has.Softmax.QuotientBits),
        ("row sums", needs.Softmax.RowSumBits, has.Softmax.RowSumBits),
        ("sums of features", needs.Norm.SumBits, has.Norm.SumBits),
        ("deviations", needs.Norm.DeviationBits, has.Norm.DeviationBits),
        ("spreads", needs.Norm.SpreadBits, has.Norm.SpreadBits),
        ("reciprocal roots", needs.Norm.RootBits, has.Norm.RootBits),
    ];

    private static IEnumerable<(string Name, ShiftRange Need, ShiftRange Has)> Shifts(
        IntegerGraph graph, EngineWidths needs, EngineWidths has)
    {
        yield return ("shifts", needs.Shifts, has.Shifts);
        if (graph.Operations.OfType<MatMulOp>().Any(op => op.Epilogue.Residual is not null))
            yield return ("residual shifts", needs.ResidualShifts, has.ResidualShifts);
    }

    private static string Text(ShiftRange range) => $"{range.Minimum} to {range.Maximum}";

    private static bool Contains(ShiftRange outer, ShiftRange inner) =>
        outer.Minimum <= inner.Minimum && inner.Maximum <= outer.Maximum;

    private static string Window(IntegerGraph graph) => $"{graph.InputTensor.Rows} x {graph.InputTensor.Columns}";

    private static int? ReciprocalShift(IntegerGraph graph) =>
        ProveWidths.Softmaxes(graph).FirstOrDefault()?.ReciprocalShift;

    private static int? Features(IntegerGraph graph) =>
        graph.Operations.OfType<NormOp>().FirstOrDefault()?.Output.Columns;

    private static Diagnostic Unfit(IntegerGraph graph, string found, string expected) => Fault(
        "ENGINE009", graph, $"{found}, which the engine does not have", expected,
        "build the engine for both models, or make this one smaller");

    private static Diagnostic Fault(string code, IntegerGraph graph, string found, string expected, string remedy) =>
        Diagnostic.Error(code, graph.Name, found, expected, remedy);
}
