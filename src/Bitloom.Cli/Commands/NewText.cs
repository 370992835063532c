using Bitloom.Data;
using Bitloom.Projects;
using Bitloom.Reporting;
using Spectre.Console;

namespace Bitloom.Cli;

/// <summary>What <c>bitloom new</c> found in the data, what it decided, and how to go on.</summary>
internal static class NewText
{
    public static void Show(IAnsiConsole console, ProjectDraft draft)
    {
        if (draft.Profile is { } profile)
            ShowProfile(console, profile, draft);
        foreach (var note in draft.Notes)
            CommandTerminal.Line(console, $"- {note}");
        CommandTerminal.Line(console, $"Written: {draft.ProjectPath}, {draft.SchemaPath}");
        CommandTerminal.Line(console, $"Next:    bitloom check {Quoted(draft.Folder)}");
        CommandTerminal.Line(console, $"         bitloom build {Quoted(draft.Folder)}");
    }

    private static void ShowProfile(IAnsiConsole console, TableProfile profile, ProjectDraft draft)
    {
        CommandTerminal.Line(
            console,
            $"{profile.File}: {NumberText.Count(profile.Rows)} rows, {profile.Columns.Length} columns, {Form(profile)}");
        console.Write(Columns(profile, draft));
        CommandTerminal.Line(console, $"- {Time(profile)}");
        if (!profile.Missing.IsEmpty)
            CommandTerminal.Line(console, $"- {Missing(profile)} for a missing value");
    }

    private static string Time(TableProfile profile) => profile.Time is { } time
        ? TableText.Pace(time)
        : $"{profile.TimeFault ?? "no column says when a row was measured"}: rows are taken as evenly spaced";

    private static string Missing(TableProfile profile) =>
        string.Join(", ", profile.Missing.Select(text => $"'{text}'"))
        + (profile.Missing.Length == 1 ? " stands" : " stand");

    private static Table Columns(TableProfile profile, ProjectDraft draft)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("column", "holds", "values");
        table.AddColumn(new TableColumn("missing").RightAligned()).AddColumn("used as");
        foreach (var column in profile.Columns)
        {
            table.AddRow(((string[])
            [
                column.Name.Length == 0 ? "-" : column.Name, ColumnText.Of(column.Kind), Values(column),
                column.Missing == 0 ? "" : NumberText.Count(column.Missing),
                draft.Used.GetValueOrDefault(column.Name, "-"),
            ]).Select(cell => Markup.Escape(cell)).ToArray());
        }

        return table;
    }

    private static string Values(ColumnProfile column) => column.Kind switch
    {
        ColumnKind.Numbers or ColumnKind.RowNumbers =>
            $"{NumberText.Number(column.Minimum)} .. {NumberText.Number(column.Maximum)}",
        ColumnKind.Constant => NumberText.Number(column.Minimum),
        ColumnKind.Duplicate => $"those of '{column.SameAs}'",
        ColumnKind.Categories or ColumnKind.Texts => string.Join(", ", column.Examples)
            + (column.Distinct > column.Examples.Count ? $", ... ({NumberText.Count(column.Distinct)})" : ""),
        ColumnKind.Times or ColumnKind.Empty or ColumnKind.Unnamed or ColumnKind.Ambiguous => "",
    };

    private static string Form(TableProfile profile) =>
        $"separated by {Separator(profile)}{(profile.Decimal == ',' ? ", decimal commas" : "")}";

    private static string Separator(TableProfile profile) => profile.Separator switch
    {
        ',' => "commas",
        ';' => "semicolons",
        '\t' => "tabs",
        var other => $"'{other}'",
    };

    private static string Quoted(string folder) => Toolchain.ShellText.Quote([folder]);
}
