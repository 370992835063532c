namespace Bitloom.Data;

/// <summary>
/// How well anomalies were found. Without anomalies and without alarms both numbers are 1; with no alarms alone the
/// precision is 0, with no anomalies alone the recall is 0.
/// </summary>
/// <param name="Precision">How much of what was called anomalous is, 0 to 1.</param>
/// <param name="Recall">How much of what is anomalous was called so, 0 to 1.</param>
public readonly record struct DetectionScore(double Precision, double Recall)
{
    /// <summary>Harmonic mean of precision and recall; 0 when both are.</summary>
    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

    internal static DetectionScore Of(double hits, double alarms, double found, double anomalies) =>
        alarms == 0 && anomalies == 0
            ? new DetectionScore(1, 1)
            : new DetectionScore(alarms == 0 ? 0 : hits / alarms, anomalies == 0 ? 0 : found / anomalies);
}
