namespace Bitloom.Data;

/// <summary>How the largest score that is normal is found, by the validation part.</summary>
public enum ThresholdRule
{
    /// <summary>By labels, where enough of the validation part is anomalous; else by the quantile.</summary>
    Automatic,

    /// <summary>A quantile of the scores that nobody has labeled anomalous.</summary>
    Quantile,

    /// <summary>The best point-wise F1; by the quantile, where nothing is labeled anomalous.</summary>
    Labels,
}
