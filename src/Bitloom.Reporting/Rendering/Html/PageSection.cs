using System.Collections.Immutable;

namespace Bitloom.Reporting;

/// <summary>A section of the page: what it is about, its charts, and the tables that hold the same numbers.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Lead">A sentence that says what is to be seen, drawn from the numbers.</param>
/// <param name="Open">Tables that are always shown.</param>
/// <param name="Folded">Tables that unfold.</param>
internal sealed record PageSection(
    string Id,
    string Title,
    string Lead,
    ImmutableArray<PageChart> Charts,
    ImmutableArray<ReportTable> Open,
    ImmutableArray<ReportTable> Folded)
{
    /// <summary>False when no stage left anything to show.</summary>
    public bool HasContent => Charts.Length + Open.Sum(table => table.Rows.Length) + Folded.Sum(table => table.Rows.Length) > 0;
}
