namespace Bitloom.Training;

/// <summary>How ranges are trained (docs/quantization.md).</summary>
public enum RangeTraining
{
    /// <summary>They stay as they were calibrated.</summary>
    Fixed,

    /// <summary>The logarithm of the scale's change, and the zero point.</summary>
    LogFactor,

    /// <summary>
    /// The scale, and the offset of affine tensors: LSQ (Esser et al. 2020), LSQ+ (Bhalgat et al. 2020).
    /// </summary>
    StepSize,

    /// <summary>The clipping level: PACT (Choi et al. 2018).</summary>
    Clipping,
}
