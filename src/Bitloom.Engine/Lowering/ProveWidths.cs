using Bitloom.Ir;

namespace Bitloom.Engine;

/// <summary>
/// The least widths with which every value of some graphs fits, from <see cref="ValueRanges"/>: what the engine cuts
/// off is never needed.
/// </summary>
internal static class ProveWidths
{
    private const int LeastBits = EngineWidths.LeastBits;

    /// <summary>The widths with which every one of the graphs runs.</summary>
    /// <param name="preShift">RS of an engine that exists; null: the one that costs no shifter, if possible.</param>
    public static EngineWidths Of(IReadOnlyCollection<IntegerGraph> graphs, int? preShift = null)
    {
        var ranges = graphs.SelectMany(Ranges).ToArray();
        var softmaxes = graphs.SelectMany(Softmaxes).ToArray();
        var epilogues = ranges.Select(range => range.Op.Epilogue).ToArray();
        var residuals = epilogues.Select(epilogue => epilogue.Residual).OfType<ResidualTerm>().ToArray();
        var shifts = Range(epilogues.Select(epilogue => epilogue.Shift));
        var activationBits = graphs.Max(ActivationBits);
        var (softmax, softmaxShifts) = SoftmaxWidths(softmaxes, shifts, preShift);
        var (norms, norm) = Norms(graphs);
        softmaxShifts = Cover(softmaxShifts, norms);
        var multipliers = epilogues.SelectMany(epilogue => epilogue.Multipliers).Select(Bits);
        var offsets = epilogues.SelectMany(epilogue => epilogue.Offsets).Select(Bits);
        var offsetBits = Greatest(
            [.. offsets, .. norms.Select(op => Bits(op.Gain)), softmaxShifts is { } half ? half.Maximum + 1 : LeastBits]);
        // A graph without products has no shifts but those.
        var covered = epilogues.Length == 0 && softmaxShifts is { } only ? only : Cover(shifts, softmaxShifts);
        return new(
            activationBits,
            Greatest([activationBits, .. graphs.SelectMany(Weights).Select(weights => weights.Output.Format.Bits)]),
            Greatest([.. ranges.Select(range => range.Widths.AccumulatorBits), PreparedBits(softmaxes, softmax)]),
            Greatest([.. multipliers, softmax.ExponentialBits + 1, .. norms.Select(op => Bits(op.Epsilon))]),
            Greatest(residuals.SelectMany(residual => residual.Multipliers).Select(Bits)),
            offsetBits,
            Greatest(
            [
                // What the shift leaves of the sum is at least as wide as the clamp's bounds.
                .. ranges.Select(range => range.Widths.SumBits), .. SoftmaxSumBits(softmaxes, softmax), offsetBits,
                .. graphs.SelectMany(NormSumBits),
                covered.Maximum + activationBits + 1,
            ]),
            covered,
            Range(residuals.Select(residual => residual.Shift)),
            softmax,
            norm);
    }

    /// <summary>The softmaxes of a graph.</summary>
    public static IEnumerable<SoftmaxOp> Softmaxes(IntegerGraph graph) => graph.Operations.OfType<SoftmaxOp>();

    /// <summary>Quotient bits of the widest reciprocal: b + k - eb + 1.</summary>
    public static int QuotientBits(SoftmaxOp op) => op.Output.Format.Bits + op.ReciprocalShift - op.ExponentialBits + 1;

    // The word of an activation; B operands are signed, so that no unsigned one needs a sign bit more.
    private static int ActivationBits(IntegerGraph graph)
    {
        var weights = Weights(graph).Select(op => op.Output.Name).ToHashSet(StringComparer.Ordinal);
        return Greatest(graph.Operations
            .Where(op => !weights.Contains(op.Output.Name))
            .Select(op => op.Output.Format.Bits));
    }

    private static IEnumerable<ConstantOp> Weights(IntegerGraph graph) =>
        graph.Operations.OfType<MatMulOp>().Select(op => graph.Producer(op.B)).OfType<ConstantOp>();

    // s = k + RS is taken from the shifts that occur anyway, where the reciprocal then still fits the accumulator.
    private static (SoftmaxParameters Softmax, ShiftRange? Shifts) SoftmaxWidths(
        SoftmaxOp[] softmaxes, ShiftRange shifts, int? givenPreShift)
    {
        if (softmaxes.Length == 0)
            return (new(LeastBits, LeastBits, 0, LeastBits, LeastBits), null);
        var (k, quotient) = (softmaxes[0].ReciprocalShift, softmaxes.Max(QuotientBits));
        var room = Math.Max(0, EngineWidths.MaximumAccumulatorBits - 1 - quotient);
        var preShift = givenPreShift ?? Math.Min(Math.Max(k, shifts.Minimum) - k, room);
        var rowSum = Math.Max(quotient, softmaxes.Max(RowSumBits));
        var softmax = new SoftmaxParameters(softmaxes.Max(op => op.ExponentialBits), k, preShift, quotient, rowSum);
        return (softmax, new(k + preShift, k + preShift));
    }

    private static (NormOp[] Norms, NormParameters Parameters) Norms(IReadOnlyCollection<IntegerGraph> graphs)
    {
        var norms = graphs.SelectMany(graph => graph.Operations.OfType<NormOp>()).ToArray();
        var widths = graphs.SelectMany(graph =>
            graph.Operations.OfType<NormOp>().Select(op => ValueRanges.Of(graph, op))).ToArray();
        return (norms, widths.Length == 0 ? NormParameters.None : new(
            norms[0].Output.Columns,
            widths.Max(width => width.SumBits),
            widths.Max(width => width.DeviationBits),
            widths.Max(width => width.SpreadBits),
            Greatest(norms.Select(op => Division.Ceiling(IntegerArithmetic.UnsignedBits(op.Gain), 2)))));
    }

    // r u 2^0 + 2^(s-1): the root takes the accumulator's place.
    private static IEnumerable<int> NormSumBits(IntegerGraph graph) =>
        graph.Operations.OfType<NormOp>().Select(op => ValueRanges.Of(graph, op).ProductBits);

    private static ShiftRange? Cover(ShiftRange? shifts, NormOp[] norms) => norms.Length == 0
        ? shifts
        : Cover(Range(norms.Select(op => op.Shift)), shifts);

    private static int RowSumBits(SoftmaxOp op) =>
        IntegerArithmetic.UnsignedBits((long)op.Output.Columns * ((1 << op.ExponentialBits) - 1));

    // rec * 2^RS takes the accumulator's place and is not negative.
    private static int PreparedBits(SoftmaxOp[] softmaxes, SoftmaxParameters softmax) =>
        softmaxes.Length > 0 ? softmax.QuotientBits + softmax.PreShift + 1 : LeastBits;

    // e rec 2^RS + 2^(s-1) is not negative.
    private static IEnumerable<int> SoftmaxSumBits(SoftmaxOp[] softmaxes, SoftmaxParameters softmax) =>
        softmaxes.Select(op => ValueRanges.Of(op).ProductBits + softmax.PreShift + 1);

    private static IEnumerable<(MatMulOp Op, MatMulWidths Widths)> Ranges(IntegerGraph graph) =>
        graph.Operations.OfType<MatMulOp>().Select(op => (op, ValueRanges.Of(graph, op)));

    private static ShiftRange Cover(ShiftRange left, ShiftRange? right) => right is { } other
        ? new(Math.Min(left.Minimum, other.Minimum), Math.Max(left.Maximum, other.Maximum))
        : left;

    private static ShiftRange Range(IEnumerable<int> shifts)
    {
        var all = shifts.DefaultIfEmpty().ToArray();
        return new(all.Min(), all.Max());
    }

    private static int Greatest(IEnumerable<int> bits) => bits.Append(LeastBits).Max();

    private static int Bits(int value) => Bits((long)value);

    private static int Bits(long value) => IntegerArithmetic.SignedBits(value, value);
}
