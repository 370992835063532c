namespace Bitloom.Data;

/// <summary>How scores become alarms.</summary>
/// <param name="Smoothing">Scores that are averaged; null: chosen by a labeled validation part, else
/// <see cref="UsualSmoothing"/>.</param>
/// <param name="Quantile">The threshold, as a quantile of the scores of a validation part without anomalies.</param>
public sealed record AnomalyDecision(int? Smoothing = null, double Quantile = 0.99)
{
    /// <summary>What is averaged where nothing says how much.</summary>
    public const int UsualSmoothing = 8;
}
