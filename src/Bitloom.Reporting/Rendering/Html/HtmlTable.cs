using System.Collections.Immutable;
using System.Text;

namespace Bitloom.Reporting;

/// <summary>A table with a heading, as HTML; wide ones scroll by themselves.</summary>
internal static class HtmlTable
{
    public static void Append(StringBuilder page, ReportTable table)
    {
        page.Append($"<h2>{HtmlText.Encode(table.Title)}</h2>\n<div class=\"wide\">\n<table>\n<thead>\n<tr>");
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
