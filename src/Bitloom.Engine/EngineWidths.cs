namespace Bitloom.Engine;

/// <summary>The widths of the engine (docs/engine.md), proven from the graph's constants and formats.</summary>
/// <param name="ActivationBits">AW: a stored activation element.</param>
/// <param name="OperandBits">BW: a B operand.</param>
/// <param name="AccumulatorBits">ACC: holds every sum of products, and rec * 2^RS of every softmax.</param>
/// <param name="MultiplierBits">MW: M, and the exponential with a sign bit.</param>
/// <param name="ResidualMultiplierBits">NW: N.</param>
/// <param name="OffsetBits">OW: B, and 2^(s-1) of a softmax.</param>
/// <param name="EpilogueSumBits">SW: the epilogue's sum, at least OW.</param>
/// <param name="Shifts">S_MIN..S_MAX.</param>
/// <param name="ResidualShifts">K_MIN..K_MAX; 0..0 without residuals.</param>
/// <param name="Softmax">EB, RK, RS, QB, RB; the least sizes when there is no softmax.</param>
/// <param name="Norm">ND, NS, NU, NV, NR; no features when there is no normalization.</param>
public sealed record EngineWidths(
    int ActivationBits,
    int OperandBits,
    int AccumulatorBits,
    int MultiplierBits,
    int ResidualMultiplierBits,
    int OffsetBits,
    int EpilogueSumBits,
    ShiftRange Shifts,
    ShiftRange ResidualShifts,
    SoftmaxParameters Softmax,
    NormParameters Norm)
{
    /// <summary>The width of what does not occur.</summary>
    public const int LeastBits = 2;

    /// <summary>Greatest <see cref="EpilogueSumBits"/>: the accumulator of a DSP48E1.</summary>
    public const int SumBits = 48;

    /// <summary>Greatest <see cref="AccumulatorBits"/>: the wide multiplier port of a DSP48E1.</summary>
    public const int MaximumAccumulatorBits = 25;

    /// <summary>Greatest <see cref="MultiplierBits"/>: the narrow multiplier port of a DSP48E1.</summary>
    public const int MaximumMultiplierBits = 18;

    /// <summary>
    /// Hard multipliers of one of the R lanes: the accumulator or a reciprocal by M or an exponential, the residual by N,
    /// and of a normalization the element by its deviation.
    /// </summary>
    public int LaneMultipliers(MultiplierSize size) =>
        size.Of(
            Math.Max(AccumulatorBits, Softmax.QuotientBits + Softmax.PreShift + 1),
            Math.Max(MultiplierBits, Softmax.ExponentialBits + 1))
        + ResidualMultipliers(size)
        + (Norm.Features > 0 ? size.Of(ActivationBits + 1, Norm.DeviationBits) : 0);

    /// <summary>Those of the residual by N; none where there are no residuals, or where it is too narrow for one.</summary>
    public int ResidualMultipliers(MultiplierSize size) =>
        ResidualMultiplierBits <= LeastBits || !size.Takes(ActivationBits + 1, ResidualMultiplierBits)
            ? 0
            : size.Of(ActivationBits + 1, ResidualMultiplierBits);

    /// <summary>Whether a product of the array is made in a hard multiplier, where there is one for it.</summary>
    public bool CellsFit(MultiplierSize size) => size.Takes(ActivationBits + 1, OperandBits);

    /// <summary>Bits of an epilogue word: offset high, residual multiplier, multiplier low.</summary>
    public int EpilogueBits => OffsetBits + ResidualMultiplierBits + MultiplierBits;

    /// <summary>
    /// With room for the constants of any model whose tensors and exponentials are no wider: what a DSP48E1 allows.
    /// </summary>
    public EngineWidths WithRoom() => this with
    {
        AccumulatorBits = MaximumAccumulatorBits,
        MultiplierBits = MaximumMultiplierBits,
        ResidualMultiplierBits = MaximumMultiplierBits,
        OffsetBits = SumBits,
        EpilogueSumBits = SumBits,
        // What the shift leaves is as wide as the clamp's bounds.
        Shifts = new(1, SumBits - ActivationBits - 1),
        ResidualShifts = new(0, SumBits - ActivationBits - 1),
    };
}

/// <summary>The least and greatest shift that occur; equal bounds cost no shifter.</summary>
public readonly record struct ShiftRange(int Minimum, int Maximum);

/// <summary>What all softmaxes of a program share.</summary>
/// <param name="ExponentialBits">EB.</param>
/// <param name="ReciprocalShift">RK = k.</param>
/// <param name="PreShift">RS = s - k.</param>
/// <param name="QuotientBits">QB: bits of a reciprocal.</param>
/// <param name="RowSumBits">RB: bits of a row's sum of exponentials, at least QB.</param>
public readonly record struct SoftmaxParameters(
    int ExponentialBits, int ReciprocalShift, int PreShift, int QuotientBits, int RowSumBits);


/// <summary>What all normalizations of a program share.</summary>
/// <param name="Features">ND: features of every normalized token; 0 without normalizations.</param>
/// <param name="SumBits">NS: bits of the sum of a token's elements.</param>
/// <param name="DeviationBits">NU: bits of u.</param>
/// <param name="SpreadBits">NV: bits of W, unsigned.</param>
/// <param name="RootBits">NR: digits of a reciprocal root, half the bits of the greatest G.</param>
public readonly record struct NormParameters(
    int Features, int SumBits, int DeviationBits, int SpreadBits, int RootBits)
{
    /// <summary>There is no normalization; the least sizes.</summary>
    public static NormParameters None => new(0, 2, 2, 2, 2);
}
