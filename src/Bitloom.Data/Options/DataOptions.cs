using System.Collections.Immutable;

namespace Bitloom.Data;

/// <summary>Where a series is, how its text is read, and how it is cut into windows.</summary>
public sealed record DataOptions : ITaskOptions
{
    /// <summary>The folder that relative file names start from.</summary>
    public required string Directory { get; init; }

    /// <summary>The CSV file as the user wrote it; with <see cref="TestFile"/>, it is not tested on.</summary>
    public required string File { get; init; }

    /// <summary>The CSV file to test on, or null to test on the last rows of <see cref="File"/>.</summary>
    public string? TestFile { get; init; }

    /// <summary>The time column, or several to be joined with a space, or none.</summary>
    public ImmutableArray<string> Time { get; init; } = [];

    /// <summary>The columns that the model reads, m of them.</summary>
    public required ImmutableArray<string> Features { get; init; }

    /// <summary>The columns that the model predicts; they may be features as well.</summary>
    public required ImmutableArray<string> Targets { get; init; }

    /// <summary>Texts and numbers that stand for a missing value, besides empty, NA, N/A, NaN and null.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];

    /// <summary>What a missing value does.</summary>
    public MissingPolicy MissingPolicy { get; init; } = MissingPolicy.Gap;

    /// <summary>The longest run of rows that <see cref="MissingPolicy.Interpolate"/> fills.</summary>
    public int InterpolatedRows { get; init; } = 3;

    /// <summary>The separator of fields, or null to detect comma, semicolon, tab or bar.</summary>
    public char? Separator { get; init; }

    /// <summary>The decimal mark, point or comma, or null to detect it.</summary>
    public char? Decimal { get; init; }

    /// <summary>Window length, horizon, steps.</summary>
    public required WindowSpec Window { get; init; }

    /// <summary>Rows of a token, which has that many times m features; divides the window.</summary>
    public int Patch { get; init; } = 1;

    /// <summary>What features are counted from, and those targets that are features as well.</summary>
    public WindowReference Reference { get; init; }

    /// <summary>The parts of the series.</summary>
    public SplitFractions Split { get; init; } = SplitFractions.Default;

    /// <summary>True for a target whose last value in the window is taken away from it.</summary>
    public bool IsRelative(int target) =>
        Reference is WindowReference.LastTarget or WindowReference.LastRow
        && Features.Contains(Targets[target], StringComparer.Ordinal);

    /// <summary>The columns of numbers, features first, each once.</summary>
    public ImmutableArray<string> NumberColumns => [.. Features.Concat(Targets).Distinct(StringComparer.Ordinal)];

    LearningTask ITaskOptions.Task => LearningTask.Forecasting;

    string ITaskOptions.Source => TestFile is null ? File : $"{File}, {TestFile}";

    /// <summary>Numbers predicted a window: targets times steps.</summary>
    public int Outputs => Targets.Length * Window.Steps;
}
