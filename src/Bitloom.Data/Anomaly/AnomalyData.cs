using System.Collections.Immutable;

namespace Bitloom.Data;

/// <summary>All that training, verification and reports need to know of data to find anomalies in.</summary>
/// <param name="Features">Names of the m columns, which are both read and predicted.</param>
/// <param name="Train">Normal rows alone: no window of it touches a row that is labeled anomalous.</param>
/// <param name="Validation">What thresholds are chosen by; perhaps labeled.</param>
/// <param name="Test">What is only judged by; labeled.</param>
/// <param name="Method">What the outputs of a window are.</param>
/// <param name="Scalers">Fitted on the normal rows of the training part alone.</param>
public sealed record AnomalyData(
    ImmutableArray<string> Features,
    AnomalyPart Train,
    AnomalyPart Validation,
    AnomalyPart Test,
    AnomalyMethod Method,
    AnomalyScalers Scalers) : ITaskData
{
    /// <summary>How scores become alarms.</summary>
    public AnomalyDecision Decision { get; init; } = new();

    LearningTask ITaskData.Task => LearningTask.AnomalyDetection;

    int ITaskData.Rows => Train.Sources.Concat(Validation.Sources).Concat(Test.Sources)
        .DistinctBy(source => source.Series.File).Sum(source => source.Series.Rows);

    ImmutableArray<string> ITaskData.Measured => Features;

    ImmutableArray<string> ITaskData.Predicted => Features;

    ImmutableArray<ColumnScale> ITaskData.InputScales => Scalers.All.Scales(Features, _ => false);

    ImmutableArray<ColumnScale> ITaskData.OutputScales => Scalers.All.Scales(Features, _ => false);

    WindowedDataset ITaskData.TrainingWindows => Train.Windows;

    WindowedDataset ITaskData.ValidationWindows => Validation.Windows;

    WindowedDataset ITaskData.TestWindows => Test.Windows;

    string ITaskData.Metric => "point F1";

    bool ITaskData.HigherIsBetter => true;

    double ITaskData.Score(Func<WindowedDataset, float[]> predict) => AnomalyScores.PointF1(this, predict);

    double? ITaskData.Score(ReadOnlySpan<float> predictions, ReadOnlySpan<float> targets) => null;

    ImmutableArray<NamedScore> ITaskData.Details(Func<WindowedDataset, float[]> predict) =>
        AnomalyScores.Details(this, predict);

    ImmutableArray<NamedScore> ITaskData.Baselines() => AnomalyScores.Baselines(this);

    /// <summary>
    /// The anomaly score of each window: the root mean square of predicted (count x outputs, scaled) minus true numbers.
    /// </summary>
    public static float[] Scores(AnomalyPart part, ReadOnlySpan<float> predicted)
    {
        var scores = new float[part.Count];
        for (var w = 0; w < scores.Length; w++)
        {
            var target = part.Windows.Target(w);
            var sum = 0.0;
            for (var o = 0; o < target.Length; o++)
            {
                var difference = (double)predicted[w * target.Length + o] - target[o];
                sum += difference * difference;
            }

            scores[w] = (float)Math.Sqrt(sum / target.Length);
        }

        return scores;
    }
}
