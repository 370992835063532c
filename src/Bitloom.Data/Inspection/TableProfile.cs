using System.Collections.Immutable;

namespace Bitloom.Data;

/// <summary>What was found out about a CSV file.</summary>
/// <param name="File">As the user named it.</param>
/// <param name="Rows">Rows below the header.</param>
/// <param name="Decimal">The decimal mark.</param>
/// <param name="Missing">Texts and numbers that stand for a missing value, besides those that always do.</param>
public sealed record TableProfile(
    string File, int Rows, char Separator, char Decimal, ImmutableArray<ColumnProfile> Columns,
    ImmutableArray<string> Missing)
{
    /// <summary>When the rows were measured; null where no column, or no two together, says it.</summary>
    public TimeProfile? Time { get; init; }

    /// <summary>Why a column that looks like times is not taken for them; null where there is none.</summary>
    public string? TimeFault { get; init; }

    /// <summary>The column of a name, or null.</summary>
    public ColumnProfile? Find(string name) =>
        Columns.FirstOrDefault(column => string.Equals(column.Name, name, StringComparison.Ordinal));
}

/// <summary>The times of a file.</summary>
/// <param name="Columns">One, or two that are joined with a space.</param>
/// <param name="Step">The usual time between rows: seconds, or the column's unit where it holds plain numbers.</param>
/// <param name="Gaps">Steps that are longer or shorter than the usual one.</param>
public sealed record TimeProfile(
    ImmutableArray<string> Columns, double Step, int Gaps, string First, string Last, bool IsDate)
{
    /// <summary>A time a row.</summary>
    internal double[] Values { get; init; } = [];
}
