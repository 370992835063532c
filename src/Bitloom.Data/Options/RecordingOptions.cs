using System.Collections.Immutable;

namespace Bitloom.Data;

/// <summary>Where recordings are and how they are read, whatever is then made of them.</summary>
public sealed record RecordingOptions
{
    /// <summary>The folder that relative file names start from.</summary>
    public required string Directory { get; init; }

    /// <summary>CSV: the columns to read; none for all that hold numbers, besides time and labels.</summary>
    public ImmutableArray<string> Features { get; init; } = [];

    /// <summary>CSV: the time column, or several to be joined with a space, or none.</summary>
    public ImmutableArray<string> Time { get; init; } = [];

    /// <summary>CSV: false to take irregular times as they are, so that a pause does not break a recording.</summary>
    public bool BreakAtGaps { get; init; } = true;

    /// <summary>CSV: the column that is 1 in anomalous rows and 0 in others; files without it are not
    /// labeled.</summary>
    public string? AnomalyColumn { get; init; }

    /// <summary>A JSON file of anomalies as the Numenta benchmark has them: for each data file, windows from a time to
    /// a time, or single times. It needs <see cref="Time"/>.</summary>
    public string? AnomalyWindows { get; init; }

    /// <summary>Folders of CSV files: files to leave out, as paths inside the folder.</summary>
    public ImmutableArray<string> Exclude { get; init; } = [];

    /// <summary>Texts and numbers that stand for a missing value, besides empty, NA, N/A, NaN and null.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];

    /// <summary>What a missing value does.</summary>
    public MissingPolicy MissingPolicy { get; init; } = MissingPolicy.Gap;

    /// <summary>The longest run of rows that <see cref="MissingPolicy.Interpolate"/> fills.</summary>
    public int InterpolatedRows { get; init; } = 3;

    /// <summary>CSV: the separator of fields, or null to detect comma, semicolon, tab or bar.</summary>
    public char? Separator { get; init; }

    /// <summary>CSV: the decimal mark, point or comma, or null to detect it.</summary>
    public char? Decimal { get; init; }

    internal DataOptions ForTable(string file, ImmutableArray<string> features, string? label) => new()
    {
        Directory = Directory,
        File = file,
        Time = Time,
        Features = features,
        Targets = label is null ? [] : [label],
        Missing = Missing,
        Separator = Separator,
        Decimal = Decimal,
        Window = new WindowSpec(1),
    };
}
