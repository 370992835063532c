using System.Collections.Immutable;

namespace Bitloom.Data;

/// <summary>All that training, verification and reports need to know of the data.</summary>
/// <param name="Series">The series read: one, or that of training and that of the test.</param>
/// <param name="Features">Names of the m feature columns.</param>
/// <param name="Targets">Names of the target columns.</param>
/// <param name="FeatureScaler">Fitted on training rows alone.</param>
/// <param name="TargetScaler">Fitted on training rows alone.</param>
public sealed record ForecastData(
    ImmutableArray<TimeSeries> Series,
    ImmutableArray<string> Features,
    ImmutableArray<string> Targets,
    WindowSpec Window,
    WindowedDataset Train,
    WindowedDataset Validation,
    WindowedDataset Test,
    StandardScaler FeatureScaler,
    StandardScaler TargetScaler) : ITaskData
{
    /// <summary>Numbers predicted a window.</summary>
    public int Outputs => Targets.Length * Window.Steps;

    /// <summary>Mean and deviation of the target columns in the training rows, which published errors are counted
    /// in.</summary>
    public required StandardScaler StandardTargets { get; init; }

    /// <summary>What the values of windows are counted from.</summary>
    public WindowReference Reference { get; init; } = WindowReference.Mean;

    /// <summary>For each target whether its last value in the window was taken away from it.</summary>
    public required ImmutableArray<bool> RelativeTargets { get; init; }

    /// <summary>Scaled predictions of a part (count x outputs) in the targets' own units.</summary>
    public float[] ToTargetUnits(WindowedDataset part, ReadOnlySpan<float> scaled)
    {
        var restored = Unscaled(scaled);
        for (var i = 0; i < restored.Length; i++)
        {
            var target = i % Targets.Length;
            if (RelativeTargets[target])
                restored[i] += part.LastTargets[i / Outputs * Targets.Length + target];
        }

        return restored;
    }

    /// <summary>
    /// How far scaled predictions (count x outputs) are from scaled targets of the same windows, in target units; what
    /// windows are counted from is in both, and does not matter.
    /// </summary>
    public ForecastError Error(ReadOnlySpan<float> predictions, ReadOnlySpan<float> targets) =>
        ForecastError.Between(Unscaled(predictions), Unscaled(targets));

    /// <summary>The naive forecast, in target units: every step repeats the target's last known value.</summary>
    public float[] NaiveForecast(WindowedDataset part)
    {
        var forecast = new float[part.Count * Outputs];
        for (var i = 0; i < forecast.Length; i++)
            forecast[i] = part.LastTargets[i / Outputs * Targets.Length + i % Targets.Length];
        return forecast;
    }

    LearningTask ITaskData.Task => LearningTask.Forecasting;

    int ITaskData.Rows => Series.Sum(series => series.Rows);

    ImmutableArray<string> ITaskData.Measured => Features;

    ImmutableArray<string> ITaskData.Predicted => Targets;

    ImmutableArray<ColumnScale> ITaskData.InputScales =>
        FeatureScaler.Scales(Features, _ => Reference == WindowReference.LastRow);

    ImmutableArray<ColumnScale> ITaskData.OutputScales => TargetScaler.Scales(Targets, target => RelativeTargets[target]);

    WindowedDataset ITaskData.TrainingWindows => Train;

    WindowedDataset ITaskData.ValidationWindows => Validation;

    WindowedDataset ITaskData.TestWindows => Test;

    string ITaskData.Metric => "RMSE";

    bool ITaskData.HigherIsBetter => false;

    double ITaskData.Score(Func<WindowedDataset, float[]> predict) =>
        Error(predict(Test), Test.Targets).Rmse;

    double? ITaskData.Score(ReadOnlySpan<float> predictions, ReadOnlySpan<float> targets) =>
        Error(predictions, targets).Rmse;

    ImmutableArray<NamedScore> ITaskData.Details(Func<WindowedDataset, float[]> predict) =>
        ForecastScores.Details(this, predict(Test));

    ImmutableArray<NamedScore> ITaskData.Baselines() => ForecastScores.Baselines(this);

    /// <summary>How far the naive forecast is from a part's targets, in target units.</summary>
    public ForecastError NaiveError(WindowedDataset part) =>
        ForecastError.Between(NaiveForecast(part), ToTargetUnits(part, part.Targets));

    private float[] Unscaled(ReadOnlySpan<float> scaled)
    {
        var restored = new float[scaled.Length];
        for (var i = 0; i < restored.Length; i++)
            restored[i] = (float)TargetScaler.Restore(scaled[i], i % Targets.Length);
        return restored;
    }
}
