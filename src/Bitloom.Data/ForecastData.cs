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

    /// <summary>Scaled predictions (count x outputs) in the targets' own units.</summary>
    public float[] ToTargetUnits(ReadOnlySpan<float> scaled)
    {
        var restored = new float[scaled.Length];
        for (var i = 0; i < restored.Length; i++)
            restored[i] = (float)TargetScaler.Restore(scaled[i], i % Targets.Length);
        return restored;
    }

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

    WindowedDataset ITaskData.TrainingWindows => Train;

    WindowedDataset ITaskData.ValidationWindows => Validation;

    WindowedDataset ITaskData.TestWindows => Test;

    string ITaskData.Metric => "RMSE";

    bool ITaskData.HigherIsBetter => false;

    double ITaskData.Score(Func<WindowedDataset, float[]> predict) =>
        Error(Test, predict(Test)).Rmse;

    double? ITaskData.Score(ReadOnlySpan<float> predictions, ReadOnlySpan<float> targets) =>
        ForecastScores.Rmse(this, predictions, targets);

    ImmutableArray<NamedScore> ITaskData.Details(Func<WindowedDataset, float[]> predict) =>
        ForecastScores.Details(this, predict(Test));

    ImmutableArray<NamedScore> ITaskData.Baselines() => ForecastScores.Baselines(this);

    /// <summary>How far scaled predictions (count x outputs) are from a part's targets, in target units.</summary>
    public ForecastError Error(WindowedDataset part, ReadOnlySpan<float> scaledPredictions) =>
        ForecastError.Between(ToTargetUnits(scaledPredictions), ToTargetUnits(part.Targets));

    /// <summary>How far the naive forecast is from a part's targets, in target units.</summary>
    public ForecastError NaiveError(WindowedDataset part) =>
        ForecastError.Between(NaiveForecast(part), ToTargetUnits(part.Targets));
}
