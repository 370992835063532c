namespace Bitloom.Data;

/// <summary>What was found out about a column of a CSV file.</summary>
/// <param name="Name">As it is in the header.</param>
/// <param name="Missing">Rows without a value.</param>
/// <param name="Distinct">Different values.</param>
public sealed record ColumnProfile(string Name, ColumnKind Kind, int Missing, int Distinct)
{
    private const double MostMissing = 0.2;

    private static readonly string[] LabelNames =
        ["anomaly", "is_anomaly", "anomalous", "changepoint", "label", "outlier", "attack", "fault", "class"];

    /// <summary>The least number; NaN where there are none.</summary>
    public double Minimum { get; init; } = double.NaN;

    /// <summary>The greatest number; NaN where there are none.</summary>
    public double Maximum { get; init; } = double.NaN;

    /// <summary>Some of the different texts, most frequent first.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>The column that this one repeats.</summary>
    public string? SameAs { get; init; }

    /// <summary>The numbers, NaN where one is missing; empty for other kinds.</summary>
    internal double[] Values { get; init; } = [];

    /// <summary>Whether it holds two different numbers, as labels and switches do.</summary>
    public bool IsBinary => Kind == ColumnKind.Numbers && Distinct == 2;

    /// <summary>Whether it tells anomalous rows from others, as far as its name says.</summary>
    public bool IsLabel => IsBinary && LabelNames.Contains(Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether too many of a file's rows miss it for a model to read it.</summary>
    public bool IsSparse(int rows) => Missing > MostMissing * rows;

    /// <summary>Whether it varies in the first rows, from which a model learns.</summary>
    internal bool VariesIn(int rows) =>
        Values.Take(rows).Where(value => !double.IsNaN(value)).Distinct().Take(2).Count() == 2;
}
