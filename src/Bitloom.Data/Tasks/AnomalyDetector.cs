using System.Collections.Immutable;

namespace Bitloom.Data;

/// <summary>
/// Decides what is an anomaly: scores are averaged over the last rows, and what is over the threshold is one.
/// </summary>
/// <param name="Width">Scores that are averaged.</param>
/// <param name="Threshold">The largest score that is normal.</param>
public sealed record AnomalyDetector(int Width, float Threshold)
{
    private static readonly ImmutableArray<int> Widths = [1, 2, 4, 8, 16, 32];

    /// <summary>
    /// Chosen by the scores of the validation part alone: where it has labels, and anomalies, the width and the threshold
    /// of the best point-wise F1, the smallest width among equals; else the threshold is the quantile of its scores.
    /// </summary>
    public static AnomalyDetector Choose(AnomalyPart validation, float[] scores, AnomalyDecision decision)
    {
        if (!validation.IsLabeled || !validation.Labels.Contains(true))
            return AtQuantile(validation, scores, decision);
        ImmutableArray<int> widths = decision.Smoothing is { } width ? [width] : Widths;
        return widths.Select(candidate => ByLabels(validation, scores, candidate))
            .MaxBy(candidate => DetectionMetrics.PointWise(
                candidate.Alarms(scores, validation.Bounds), validation.Labels).F1)!;
    }

    /// <summary>Which points are called anomalous.</summary>
    public bool[] Alarms(float[] scores, ImmutableArray<RowRange> bounds) =>
        AnomalyThreshold.Apply(ScoreSmoothing.MovingAverage(scores, Width, bounds), Threshold);

    private static AnomalyDetector AtQuantile(AnomalyPart validation, float[] scores, AnomalyDecision decision)
    {
        var width = decision.Smoothing ?? AnomalyDecision.UsualSmoothing;
        return new(width, AnomalyThreshold.Quantile(
            ScoreSmoothing.MovingAverage(scores, width, validation.Bounds), decision.Quantile));
    }

    private static AnomalyDetector ByLabels(AnomalyPart validation, float[] scores, int width) =>
        new(width, AnomalyThreshold.BestF1(
            ScoreSmoothing.MovingAverage(scores, width, validation.Bounds), validation.Labels));
}
