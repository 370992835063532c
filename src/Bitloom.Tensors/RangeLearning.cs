namespace Bitloom.Tensors;

/// <summary>What of a grid is learned, and by which gradient (docs/quantization.md).</summary>
public enum RangeLearning
{
    /// <summary>Nothing: the range stays as it was calibrated.</summary>
    Fixed,

    /// <summary>
    /// The natural logarithm of scale / initial scale, which keeps the scale positive and makes a step relative; the
    /// zero
    /// point as a float that is rounded. Gradients are those of the step size (Esser et al. 2020), times the scale.
    /// </summary>
    LogFactor,

    /// <summary>
    /// The scale itself, its gradient times 1 / sqrt(N Qp): learned step size (LSQ, Esser et al. 2020, section 2);
    /// where a
    /// zero point is free, the offset beta = -scale Z as well (LSQ+, Bhalgat et al. 2020).
    /// </summary>
    StepSize,

    /// <summary>
    /// The clipping level alpha, which only clipped values move (PACT, Choi et al. 2018, section 3); the zero point
    /// stays.
    /// </summary>
    Clipping,
}
