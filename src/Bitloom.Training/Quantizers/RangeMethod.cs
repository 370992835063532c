namespace Bitloom.Training;

/// <summary>How a range is first chosen, from sample values (docs/quantization.md).</summary>
public enum RangeMethod
{
    /// <summary>
    /// Exponential moving averages of the least and the greatest value of each batch (Jacob et al. 2018, section 3.1).
    /// </summary>
    MovingAverage,

    /// <summary>
    /// Quantiles: <see cref="QuantizationRecipe.Percentile"/> of the values are within each end (Wu et al. 2020).
    /// </summary>
    Percentile,

    /// <summary>Least squared rounding and clipping error (Nagel et al. 2021, section 3.1).</summary>
    MeanSquaredError,
}
