namespace Bitloom.Data;

/// <summary>Where labeled recordings are, how they are divided, and how they are cut into windows of tokens.</summary>
public sealed record ClassificationOptions : ITaskOptions
{
    /// <summary>How files are read.</summary>
    public required RecordingOptions Reading { get; init; }

    /// <summary>The file, or the folder of CSV files, to learn from.</summary>
    public required string Train { get; init; }

    /// <summary>Arrays: the file with the classes of <see cref="Train"/>.</summary>
    public string? TrainLabels { get; init; }

    /// <summary>The official test part, only judged by; null to take a share of the recordings.</summary>
    public string? Test { get; init; }

    /// <summary>Arrays: the file with the classes of <see cref="Test"/>.</summary>
    public string? TestLabels { get; init; }

    /// <summary>Shares of the recordings of each class; with a test part of its own, the ratio of training to
    /// validation. A share of 0 leaves its part empty.</summary>
    public SplitFractions Split { get; init; } = SplitFractions.Default;

    /// <summary>Which recordings of a class come into which part.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Consecutive samples that become one, their mean; it divides the length. 1 leaves them as they
    /// are.</summary>
    public int Average { get; init; } = 1;

    /// <summary>Samples of a window, after averaging; null for whole examples.</summary>
    public int? Window { get; init; }

    /// <summary>Samples from the beginning of a window to that of the next; null for windows side by side.</summary>
    public int? Stride { get; init; }

    /// <summary>Samples of a token: a token has patch x channels features, sample by sample.</summary>
    public int Patch { get; init; } = 1;

    /// <summary>False to leave the samples as they are; else each channel is scaled by the training part.</summary>
    public bool Standardize { get; init; } = true;

    LearningTask ITaskOptions.Task => LearningTask.Classification;

    string ITaskOptions.Source => Test is null ? Train : $"{Train}, {Test}";
}
