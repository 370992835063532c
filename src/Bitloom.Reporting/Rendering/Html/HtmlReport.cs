using System.Collections.Immutable;
using System.Text;

namespace Bitloom.Reporting;

/// <summary>The form for people: one HTML file that opens offline, light or dark as the system is.</summary>
public static class HtmlReport
{
    /// <summary>The report as an HTML document.</summary>
    public static string Render(Report report)
    {
        var title = HtmlText.Encode($"Bitloom: {report.Project.Name}");
        var page = new StringBuilder()
            .Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta name=\"color-scheme\" content=\"light dark\">\n")
            .Append($"<title>{title}</title>\n<style>\n{HtmlStyle.Sheet}</style>\n</head>\n<body>\n<main>\n");
        AppendHead(page, report);
        AppendFindings(page, report.Findings);
        foreach (var table in ReportTables.Of(report))
            HtmlTable.Append(page, table);
        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void AppendHead(StringBuilder page, Report report)
    {
        var project = report.Project;
        page.Append($"<h1>{HtmlText.Encode(project.Name)}</h1>\n");
        page.Append($"<p class=\"verdict {(report.Verified ? "good" : "failure")}\">");
        page.Append(HtmlText.Encode(Verdict.Of(report))).Append("</p>\n");
        page.Append($"<p class=\"origin\">For the {HtmlText.Encode(project.Device)}, ");
        page.Append($"seed {HtmlText.Invariant(project.Seed)}.</p>\n");
    }

    private static void AppendFindings(StringBuilder page, ImmutableArray<Finding> findings)
    {
        if (findings.Length == 0)
            return;
        page.Append("<h2>Findings</h2>\n<ul class=\"findings\">\n");
        foreach (var finding in findings)
        {
            var level = FindingMark.Word(finding.Level);
            page.Append($"<li class=\"{level}\"><strong>{level}</strong> {HtmlText.Encode(finding.Text)}</li>\n");
        }

        page.Append("</ul>\n");
    }
}
