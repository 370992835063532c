namespace Bitloom.Data;

/// <summary>What the values of a window are counted from.</summary>
public enum WindowReference
{
    /// <summary><see cref="LastTarget"/> where that leaves less to predict in the training part, else
    /// <see cref="Mean"/>.</summary>
    Automatic,

    /// <summary>The mean of the training part.</summary>
    Mean,

    /// <summary>
    /// For features the mean of the training part; for targets that are features their last value in the window, which
    /// the host adds to what is predicted. Where a series moves slowly little is left, so that few bits resolve it.
    /// </summary>
    LastTarget,

    /// <summary>
    /// The window's own last row, which the host takes away from every row and adds to what is predicted: NLinear
    /// (Zeng et al., Are Transformers Effective for Time Series Forecasting?, 2023, section 4).
    /// </summary>
    LastRow,
}
