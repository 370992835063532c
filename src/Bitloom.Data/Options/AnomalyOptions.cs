using System.Collections.Immutable;

namespace Bitloom.Data;

/// <summary>Where recordings to find anomalies in are, how they are divided, and how they are cut into
/// windows.</summary>
public sealed record AnomalyOptions : ITaskOptions
{
    /// <summary>How files are read, and where their labels are.</summary>
    public required RecordingOptions Reading { get; init; }

    /// <summary>Files or folders to learn from: taken for normal, besides what is labeled anomalous.</summary>
    public required ImmutableArray<string> Train { get; init; }

    /// <summary>Files or folders to choose thresholds by; none to take the last rows of each training
    /// recording.</summary>
    public ImmutableArray<string> Validation { get; init; } = [];

    /// <summary>Labeled files or folders to be judged by; none to take the last rows of each recording.</summary>
    public ImmutableArray<string> Test { get; init; } = [];

    /// <summary>Chronological shares of each recording; what has files of its own takes no share.</summary>
    public SplitFractions Split { get; init; } = SplitFractions.Default;

    /// <summary>Rows that predict, and rows that are predicted and so judged.</summary>
    public required WindowSpec Window { get; init; }

    /// <summary>What is predicted: rows after the window, or the window.</summary>
    public AnomalyMethod Method { get; init; }

    /// <summary>What columns are scaled by.</summary>
    public AnomalyScaling Scaling { get; init; }

    /// <summary>How scores become alarms.</summary>
    public AnomalyDecision Decision { get; init; } = new();

    LearningTask ITaskOptions.Task => LearningTask.AnomalyDetection;

    string ITaskOptions.Source => string.Join(", ", Train.Concat(Validation).Concat(Test));
}
