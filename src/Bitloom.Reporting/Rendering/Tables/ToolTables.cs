using System.Collections.Immutable;

namespace Bitloom.Reporting;

/// <summary>What made the report.</summary>
internal static class ToolTables
{
    public static ReportTable Of(Report report) => new(
        "Made with",
        [new("program"), new("version")],
        [.. report.Tools.Prepend(report.Tool).Select(tool => ImmutableArray.Create(tool.Name, tool.Version))]);
}
