using System.Collections.Immutable;

namespace Bitloom.Data;

/// <summary>
/// Numbers over time. <see cref="Values"/> is rows x columns, row-major, NaN where a value is missing.
/// </summary>
/// <param name="File">Where it was read from, as the user wrote it.</param>
/// <param name="Step">The usual time between rows: seconds, the time column's unit, or 0 without a time column.</param>
/// <param name="Segments">For each row, a number that is the same for all rows of an unbroken stretch and grows with
/// each stretch; -1 for a row with a missing value.</param>
/// <param name="Measured">False for a row that is missing a value or had one filled in.</param>
public sealed record TimeSeries(
    string File,
    ImmutableArray<string> Columns,
    double[] Values,
    double Step,
    int[] Segments,
    bool[] Measured)
{
    /// <summary>The time of each row as the file has it; empty without a time column.</summary>
    public ImmutableArray<string> TimeTexts { get; init; } = [];

    /// <summary>Number of rows.</summary>
    public int Rows => Segments.Length;

    /// <summary>Number of unbroken stretches.</summary>
    public int SegmentCount => Segments.Where(s => s >= 0).Distinct().Count();

    /// <summary>Rows that no window may contain.</summary>
    public int MissingRows => Segments.Count(s => s < 0);

    /// <summary>The value at a row and column.</summary>
    public double this[int row, int column] => Values[row * Columns.Length + column];

    /// <summary>The place of a column; it must exist.</summary>
    public int IndexOf(string column) => Columns.IndexOf(column, StringComparer.Ordinal);
}
