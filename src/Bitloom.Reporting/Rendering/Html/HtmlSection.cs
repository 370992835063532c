using System.Collections.Immutable;
using System.Text;

namespace Bitloom.Reporting;

/// <summary>A section as HTML. Without scripts its tables are there all the same.</summary>
internal static class HtmlSection
{
    public static void Append(StringBuilder page, PageSection section)
    {
        page.Append($"<section id=\"{section.Id}\">\n<h2>{HtmlText.Encode(section.Title)}</h2>\n");
        if (section.Lead.Length > 0)
            page.Append($"<p class=\"lead\">{HtmlText.Encode(section.Lead)}</p>\n");
        AppendCharts(page, section.Charts);
        AppendTables(page, [.. section.Open.Where(table => table.Rows.Length > 0)]);
        foreach (var table in section.Folded.Where(table => table.Rows.Length > 0))
            HtmlTable.AppendFolded(page, table);
        page.Append("</section>\n");
    }

    // A table alone is named by its section.
    private static void AppendTables(StringBuilder page, ImmutableArray<ReportTable> tables)
    {
        if (tables.IsEmpty)
            return;
        page.Append("<div class=\"tables\">\n");
        foreach (var table in tables)
            HtmlTable.Append(page, table, withTitle: tables.Length > 1);
        page.Append("</div>\n");
    }

    private static void AppendCharts(StringBuilder page, ImmutableArray<PageChart> charts)
    {
        if (charts.IsEmpty)
            return;
        page.Append($"<div class=\"charts{(charts.Length > 1 ? " several" : "")}\">\n");
        foreach (var chart in charts)
        {
            var part = chart.Part is null ? "" : $" data-part=\"{HtmlText.Encode(chart.Part)}\"";
            page.Append("<figure class=\"card\">\n");
            if (chart.Title is not null)
                page.Append($"<figcaption>{HtmlText.Encode(chart.Title)}</figcaption>\n");
            page.Append($"<div class=\"scroll\"><div class=\"chart {chart.Kind}\" data-chart=\"{chart.Kind}\"{part} ");
            page.Append($"role=\"img\" aria-label=\"{HtmlText.Encode(chart.Description)}\"></div></div>\n</figure>\n");
        }

        page.Append("</div>\n");
    }
}
