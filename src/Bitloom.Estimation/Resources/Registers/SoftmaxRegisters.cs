using System.Numerics;

namespace Bitloom.Estimation;

/// <summary>Registers of maxima, softmax and normalizer.</summary>
internal static class SoftmaxRegisters
{
    private const int SoftmaxLookups = 5;
    private const int NormLookups = 6;

    // Single bits of the states, and of what is stored.
    private const int SoftmaxFlags = 4;
    private const int NormFlags = 7;

    /// <summary>row_maxima.vhd, and flags of the slot that have its names.</summary>
    public static int RowMaxima(EngineStructure engine, RegisterWidths widths) => engine.T * engine.Element
        + ControlRegisters.MaximaStages * (widths.Flags + RegisterWidths.Bits(engine.Groups));

    /// <summary>softmax.vhd: only those bits of the scores that the table's address has.</summary>
    public static int Softmax(EngineStructure engine, RegisterWidths widths)
    {
        var (softmax, bits) = (engine.Softmax, engine.ProgramBits);
        var score = Math.Min(engine.Element, engine.ExponentialAddress);
        var instruction = bits.Distinct("constant_base", engine.ExponentialAddress)
            + bits.Distinct("a_base", engine.ScoreAddress) + 2 + bits.Distinct("steps") + bits.Distinct("groups")
            + bits.Distinct("maximum", engine.Element);
        var causal = engine.IsCausal ? 1 + widths.Ahead + bits.Distinct("function_base") + 3 * engine.R : 0;
        return SoftmaxFlags + 5 * engine.Count + widths.Counter(engine.ScoreAddress) + instruction + causal
            + (engine.T + engine.R) * score + engine.R * engine.ExponentialAddress
            + SoftmaxLookups * (engine.Count + 2) + engine.R * softmax.ExponentialBits
            + engine.T * softmax.RowSumBits + engine.R * softmax.QuotientBits - RegisterWidths.Bits(engine.T);
    }

    /// <summary>reciprocal_divider.vhd, and the number of the row, which has its name.</summary>
    public static int Divider(EngineStructure engine) =>
        2 * engine.Softmax.RowSumBits + 2 * ((engine.Softmax.QuotientBits + 1) / 2)
        + RegisterWidths.Bits(engine.T);

    /// <summary>normalizer.vhd.</summary>
    public static int Normalizer(EngineStructure engine, RegisterWidths widths)
    {
        if (!engine.HasNorms)
            return 0;
        var (norm, offsets) = (engine.Norm, engine.Parameters.Widths);
        var control = NormFlags + 6 * engine.Count + 2 * widths.Counter(engine.AAddress)
            + widths.Counter(engine.DestinationAddress) + NormLookups * (engine.Count + 2);
        var constants = Math.Min(2 * norm.RootBits, offsets.OffsetBits) + Math.Min(norm.SpreadBits, offsets.MultiplierBits);
        var rows = engine.T * (Math.Max(norm.SpreadBits, norm.RootBits) + (engine.IsCentered ? norm.SumBits : 0));
        return control + constants + rows + engine.R * (norm.RootBits + LaneBits(engine));
    }

    /// <summary>reciprocal_root.vhd, of whose sums the two highest bits are not read.</summary>
    public static int Root(EngineStructure engine)
    {
        var norm = engine.Norm;
        return !engine.HasNorms ? 0
            : 2 * (Math.Max(norm.RootBits + (norm.SpreadBits + 1) / 2, norm.SpreadBits) + 2)
                + norm.SpreadBits + 3 * norm.RootBits;
    }

    // The element, as often as multipliers do not take it in; times the features; less the sum.
    private static int LaneBits(EngineStructure engine)
    {
        var (norm, element) = (engine.Norm, ArrayRegisters.Operand(engine));
        var isShifted = BitOperations.IsPow2(norm.Features);
        var scaled = norm.DeviationBits - BitOperations.TrailingZeroCount(norm.Features);
        var isOwn = engine.IsSevenSeries || !isShifted;
        var deviation = engine.IsCentered ? norm.SumBits + norm.DeviationBits : isOwn ? scaled : 0;
        var product = !engine.IsSevenSeries && engine.Element + 1 + norm.DeviationBits > norm.SpreadBits ? norm.SpreadBits : 0;
        return element + (isOwn ? scaled : 0) + deviation + (engine.IsSevenSeries ? 0 : 2 * element) + product;
    }
}
