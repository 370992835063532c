using System.Collections.Immutable;

namespace Bitloom.Data;

/// <summary>How well anomalies are found on the test part, by a model's forecasts and without a model.</summary>
internal static class AnomalyScores
{
    public static double PointF1(AnomalyData data, Func<WindowedDataset, float[]> predict) =>
        DetectionMetrics.PointWise(Alarms(data, Scores(predict)), data.Test.Labels).F1;

    public static ImmutableArray<NamedScore> Details(AnomalyData data, Func<WindowedDataset, float[]> predict)
    {
        var (alarms, labels, bounds) = (Alarms(data, Scores(predict)), data.Test.Labels, data.Test.Bounds);
        var points = DetectionMetrics.PointWise(alarms, labels);
        return
        [
            new("point precision", points.Precision), new("point recall", points.Recall),
            new("range-based F1", DetectionMetrics.RangeBased(alarms, labels, bounds).F1),
            new("event-wise F1", DetectionMetrics.EventWise(alarms, labels, bounds).F1),
            new("point-adjusted F1", DetectionMetrics.PointAdjusted(alarms, labels, bounds).F1),
        ];
    }

    public static ImmutableArray<NamedScore> Baselines(AnomalyData data)
    {
        return
        [
            Baseline("everything an anomaly", [.. Enumerable.Repeat(true, data.Test.Count)]),
            Baseline("distance from the mean", Alarms(data, AnomalyBaselines.ZScore)),
            data.Method switch
            {
                AnomalyMethod.Forecast =>
                    Baseline("distance from the last value", Alarms(data, AnomalyBaselines.LastValueResidual)),
                AnomalyMethod.Reconstruction =>
                    Baseline("principal components", Alarms(data, PrincipalComponents.Fit(data.Train.Windows).Residual)),
            },
        ];

        NamedScore Baseline(string name, bool[] alarms) =>
            new(name, DetectionMetrics.PointWise(alarms, data.Test.Labels).F1);
    }

    private static Func<AnomalyPart, float[]> Scores(Func<WindowedDataset, float[]> predict) =>
        part => AnomalyData.Scores(part, predict(part.Windows));

    private static bool[] Alarms(AnomalyData data, Func<AnomalyPart, float[]> scores) =>
        AnomalyDetector.Choose(data.Validation, scores(data.Validation), data.Decision)
            .Alarms(scores(data.Test), data.Test.Bounds);
}
