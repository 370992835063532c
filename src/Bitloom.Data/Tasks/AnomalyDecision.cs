namespace Bitloom.Data;

/// <summary>How scores become alarms.</summary>
/// <param name="Smoothing">Scores that are averaged; null: chosen by a labeled validation part, else
/// <see cref="UsualSmoothing"/>.</param>
/// <param name="Quantile">The threshold by <see cref="ThresholdRule.Quantile"/>.</param>
/// <param name="Threshold">How the threshold is found.</param>
public sealed record AnomalyDecision(
    int? Smoothing = null, double Quantile = 0.99, ThresholdRule Threshold = ThresholdRule.Automatic)
{
    /// <summary>The share of anomalous windows from which labels are enough to choose by: fewer say little of how an
    /// anomaly looks, and that a high threshold is best where they are rare.</summary>
    public const double LeastAnomalous = 0.05;

    /// <summary>What is averaged where nothing says how much.</summary>
    public const int UsualSmoothing = 8;
}
