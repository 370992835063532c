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
    /// Chosen by the scores of the validation part alone: by labels, the width and the threshold of the best point-wise
    /// F1, the smallest width among equals; else the threshold is the quantile of the scores that are not labeled
    /// anomalous.
    /// </summary>
    public static AnomalyDetector Choose(AnomalyPart validation, float[] scores, AnomalyDecision decision)
    {
        if (!IsByLabels(validation, decision))
            return AtQuantile(validation, scores, decision);
        ImmutableArray<int> widths = decision.Smoothing is { } width ? [width] : Widths;
        return widths.Select(candidate => ByLabels(validation, scores, candidate))
            .MaxBy(candidate => DetectionMetrics.PointWise(
                candidate.Alarms(scores, validation.Bounds), validation.Labels).F1)!;
    }

    /// <summary>Which points are called anomalous.</summary>
    public bool[] Alarms(float[] scores, ImmutableArray<RowRange> bounds) =>
        AnomalyThreshold.Apply(ScoreSmoothing.MovingAverage(scores, Width, bounds), Threshold);

    private static bool IsByLabels(AnomalyPart validation, AnomalyDecision decision)
    {
        var anomalous = validation.IsLabeled ? validation.Labels.Count(label => label) : 0;
        return decision.Threshold switch
        {
            ThresholdRule.Quantile => false,
            ThresholdRule.Labels => anomalous > 0,
            ThresholdRule.Automatic => anomalous >= AnomalyDecision.LeastAnomalous * validation.Count,
        };
    }

    private static AnomalyDetector AtQuantile(AnomalyPart validation, float[] scores, AnomalyDecision decision)
    {
        var width = decision.Smoothing ?? AnomalyDecision.UsualSmoothing;
        var smoothed = ScoreSmoothing.MovingAverage(scores, width, validation.Bounds);
        float[] normal = [.. smoothed.Where((_, window) => !validation.Labels[window])];
        return new(width, AnomalyThreshold.Quantile(normal.Length > 0 ? normal : smoothed, decision.Quantile));
    }

    private static AnomalyDetector ByLabels(AnomalyPart validation, float[] scores, int width) =>
        new(width, AnomalyThreshold.BestF1(
            ScoreSmoothing.MovingAverage(scores, width, validation.Bounds), validation.Labels));
}
