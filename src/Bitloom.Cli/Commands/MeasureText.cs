using System.Collections.Immutable;
using Bitloom.Projects;
using Bitloom.Reporting;
using Spectre.Console;

namespace Bitloom.Cli;

/// <summary>Measures of a search as columns of a table.</summary>
internal static class MeasureText
{
    private static readonly (string Heading, Measure Measure)[] Columns =
    [
        ("ms", Measure.Latency), ("mJ", Measure.Energy), ("LUTs", Measure.Luts), ("blocks", Measure.Blocks),
        ("multipliers", Measure.Multipliers),
    ];

    /// <summary>A measure, or that there is none.</summary>
    public static string Of(ImmutableSortedDictionary<Measure, double> measures, Measure measure) =>
        NumberText.Number(measures.TryGetValue(measure, out var value) ? value : null);

    /// <summary>The usual measures of an engine.</summary>
    public static IEnumerable<string> Cells(ImmutableSortedDictionary<Measure, double> measures) =>
        Columns.Select(column => Of(measures, column.Measure));

    /// <summary>A table with other columns before and after them.</summary>
    public static Table Table(IEnumerable<string> before, IEnumerable<string> after)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in before)
            table.AddColumn(column);
        foreach (var (heading, _) in Columns)
            table.AddColumn(new TableColumn(heading).RightAligned());
        foreach (var column in after)
            table.AddColumn(column);
        return table;
    }
}
