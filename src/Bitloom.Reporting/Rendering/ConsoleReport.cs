using System.Collections.Immutable;
using Spectre.Console;

namespace Bitloom.Reporting;

/// <summary>The short form for a terminal: verdict, the tables that fit a screen, findings.</summary>
public static class ConsoleReport
{
    /// <summary>Writes the report; colors are up to what the console can show.</summary>
    public static void Render(Report report, IAnsiConsole console)
    {
        console.MarkupLineInterpolated($"[bold]{report.Project.Name}[/] for the {report.Project.Device}");
        WriteColored(console, Verdict.Of(report), report.Verified ? Color.Green : Color.Red);
        foreach (var table in Essential(report))
            Write(table, console);
        console.WriteLine();
        foreach (var finding in report.Findings)
            WriteColored(console, $"{FindingMark.Word(finding.Level) + ":",-9}{finding.Text}", ColorOf(finding.Level));
    }

    // The program, memories and bounds are long, and in the other two forms.
    private static ImmutableArray<ReportTable> Essential(Report report) =>
        ReportTables.Of(report with { Program = [], Memories = [], ErrorBounds = [], Data = null, Training = null });

    private static void Write(ReportTable table, IAnsiConsole console)
    {
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{table.Title}[/]");
        var grid = new Table().Border(TableBorder.Simple).BorderColor(Color.Grey);
        foreach (var column in table.Columns)
            grid.AddColumn(new TableColumn(Markup.Escape(column.Heading))
            {
                Alignment = column.Numeric ? Justify.Right : Justify.Left,
            });
        foreach (var row in table.Rows)
            grid.AddRow([.. row.Select(Markup.Escape)]);
        console.Write(grid);
    }

    private static void WriteColored(IAnsiConsole console, string text, Color color) =>
        console.Write(new Text(text + "\n", new Style(color)));

    private static Color ColorOf(FindingLevel level) => level switch
    {
        FindingLevel.Good => Color.Green,
        FindingLevel.Note => Color.Blue,
        FindingLevel.Warning => Color.Yellow,
        FindingLevel.Failure => Color.Red,
    };
}
