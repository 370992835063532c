using System.Collections.Immutable;

namespace Bitloom.Data;

/// <summary>All that training, verification and reports need to know of data to classify.</summary>
/// <param name="Classes">Names of the classes; a label is a place in them.</param>
/// <param name="Channels">Names of the channels.</param>
/// <param name="Patch">Samples a token; feature f of a token is channel f % channels of its sample f /
/// channels.</param>
/// <param name="Train">What weights are learnt from.</param>
/// <param name="Validation">What choices are made by; no recording of it is in another part.</param>
/// <param name="Test">What is only judged by.</param>
/// <param name="Scaler">A column a channel, fitted on the training part alone.</param>
public sealed record ClassificationData(
    ImmutableArray<string> Classes,
    ImmutableArray<string> Channels,
    int Patch,
    ClassificationPart Train,
    ClassificationPart Validation,
    ClassificationPart Test,
    StandardScaler Scaler) : ITaskData
{
    /// <summary>n, tokens a window.</summary>
    public int Window => Train.Windows.Window;

    /// <summary>m, features a token.</summary>
    public int Features => Train.Windows.Features;

    LearningTask ITaskData.Task => LearningTask.Classification;

    int ITaskData.Rows =>
        Parts.SelectMany(part => part.Sources).Select(source => source.Series).Distinct().Sum(series => series.Rows);

    ImmutableArray<string> ITaskData.Measured => Channels;

    ImmutableArray<string> ITaskData.Predicted => Classes;

    ImmutableArray<ColumnScale> ITaskData.InputScales => Scaler.Scales(Channels, _ => false);

    ImmutableArray<ColumnScale> ITaskData.OutputScales => [];

    WindowedDataset ITaskData.TrainingWindows => Train.Windows;

    WindowedDataset ITaskData.ValidationWindows => Validation.Windows;

    WindowedDataset ITaskData.TestWindows => Test.Windows;

    string ITaskData.Metric => "accuracy";

    bool ITaskData.HigherIsBetter => true;

    /// <summary>What the test part's windows are taken for by predictions, windows x classes.</summary>
    public ConfusionMatrix Confusion(ReadOnlySpan<float> predictions) => ConfusionMatrix.Of(
        ClassificationScores.Classes(predictions, Classes.Length), Test.Labels, Classes.Length);

    private ImmutableArray<ClassificationPart> Parts => [Train, Validation, Test];

    double ITaskData.Score(Func<WindowedDataset, float[]> predict) =>
        ClassificationScores.Accuracy(predict(Test.Windows), Test.Windows.Targets, Classes.Length);

    double? ITaskData.Score(ReadOnlySpan<float> predictions, ReadOnlySpan<float> targets) =>
        ClassificationScores.Accuracy(predictions, targets, Classes.Length);

    ImmutableArray<NamedScore> ITaskData.Details(Func<WindowedDataset, float[]> predict) =>
        ClassificationScores.Details(this, predict(Test.Windows));

    ImmutableArray<NamedScore> ITaskData.Baselines() => ClassificationScores.Baselines(this);
}
