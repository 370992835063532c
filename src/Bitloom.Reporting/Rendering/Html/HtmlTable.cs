using System.Collections.Immutable;
using System.Text;

namespace Bitloom.Reporting;

/// <summary>A table with its title, as HTML; wide ones scroll by themselves.</summary>
internal static class HtmlTable
{
    /// <summary>A table that is always shown.</summary>
    public static void Append(StringBuilder page, ReportTable table, bool withTitle)
    {
        page.Append("<div>\n");
        if (withTitle)
            page.Append($"<h3>{HtmlText.Encode(table.Title)}</h3>\n");
        AppendRows(page, table);
        page.Append("</div>\n");
    }

    /// <summary>A table that unfolds, without a script too.</summary>
    public static void AppendFolded(StringBuilder page, ReportTable table)
    {
        page.Append($"<details>\n<summary>{HtmlText.Encode(table.Title)}</summary>\n");
        AppendRows(page, table);
        page.Append("</details>\n");
    }

    private static void AppendRows(StringBuilder page, ReportTable table)
    {
        page.Append("<div class=\"wide\" tabindex=\"0\">\n<table>\n<thead>\n<tr>");
        foreach (var column in table.Columns)
            page.Append($"<th scope=\"col\"{Class(column)}>{HtmlText.Encode(column.Heading)}</th>");
        page.Append("</tr>\n</thead>\n<tbody>\n");
        foreach (var row in table.Rows)
            AppendRow(page, table.Columns, row);
        page.Append("</tbody>\n</table>\n</div>\n");
    }

    private static void AppendRow(
        StringBuilder page, ImmutableArray<ReportColumn> columns, ImmutableArray<string> row)
    {
        page.Append("<tr>");
        foreach (var (column, cell) in columns.Zip(row))
            page.Append($"<td{Class(column)}>{HtmlText.Encode(cell)}</td>");
        page.Append("</tr>\n");
    }

    private static string Class(ReportColumn column) => column.Numeric ? " class=\"number\"" : "";
}
