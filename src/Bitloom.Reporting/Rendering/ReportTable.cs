using System.Collections.Immutable;

namespace Bitloom.Reporting;

/// <summary>A section of a report as text: what the HTML and the console form have in common.</summary>
public sealed record ReportTable(
    string Title, ImmutableArray<ReportColumn> Columns, ImmutableArray<ImmutableArray<string>> Rows);
