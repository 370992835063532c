using System.Collections.Immutable;

namespace Bitloom.Data;

/// <summary>What training, verification and reports need to know of the data of any task.</summary>
public interface ITaskData
{
    /// <summary>The task.</summary>
    LearningTask Task { get; }

    /// <summary>Rows, or samples, that were read.</summary>
    int Rows { get; }

    /// <summary>Names of what was measured: columns or channels.</summary>
    ImmutableArray<string> Measured { get; }

    /// <summary>Names of what is predicted: columns or classes.</summary>
    ImmutableArray<string> Predicted { get; }

    /// <summary>How what was measured is scaled.</summary>
    ImmutableArray<ColumnScale> InputScales { get; }

    /// <summary>How what is predicted is scaled; empty where it has no unit, as the scores of classes.</summary>
    ImmutableArray<ColumnScale> OutputScales { get; }

    /// <summary>What weights are learnt from.</summary>
    WindowedDataset TrainingWindows { get; }

    /// <summary>What choices are made by.</summary>
    WindowedDataset ValidationWindows { get; }

    /// <summary>What is only judged by.</summary>
    WindowedDataset TestWindows { get; }

    /// <summary>Name of the metric.</summary>
    string Metric { get; }

    /// <summary>True for accuracy and the like, false for errors.</summary>
    bool HigherIsBetter { get; }

    /// <summary>The metric on the test part, of a model that predicts a part's windows (count x outputs, scaled). What has
    /// to be chosen, such as a threshold, is chosen by its predictions of the validation part.</summary>
    double Score(Func<WindowedDataset, float[]> predict);

    /// <summary>The metric on some windows alone; null where windows cannot be judged out of their order.</summary>
    double? Score(ReadOnlySpan<float> predictions, ReadOnlySpan<float> targets);

    /// <summary>Further metrics on the test part.</summary>
    ImmutableArray<NamedScore> Details(Func<WindowedDataset, float[]> predict);

    /// <summary>The metric of predictions without the model on the test part, the simplest first.</summary>
    ImmutableArray<NamedScore> Baselines();
}
