using System.Text;

namespace Bitloom.Reporting;

/// <summary>
/// The form for people: one HTML file that opens offline, light or dark, on a phone or a desktop. Charts are drawn by
/// Html/Page from the report's JSON form, which is in the page; without scripts the tables remain.
/// </summary>
public static class HtmlReport
{
    // The browser itself then refuses whatever the page would fetch.
    private const string Policy =
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

    /// <summary>The report as an HTML document.</summary>
    public static string Render(Report report)
    {
        var sections = PageSections.Of(report);
        var page = new StringBuilder()
            .Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append($"<meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\">\n")
            .Append("<link rel=\"icon\" href=\"data:,\">\n")
            .Append($"<title>{HtmlText.Encode($"Bitloom: {report.Project.Name}")}</title>\n")
            .Append($"<style>\n{PageResources.Style}</style>\n</head>\n<body>\n");
        AppendBar(page, sections);
        page.Append("<main>\n");
        HtmlHero.Append(page, report);
        HtmlFindings.Append(page, report.Findings);
        foreach (var section in sections)
            HtmlSection.Append(page, section);
        AppendFoot(page, report);
        page.Append("</main>\n");
        AppendScripts(page, report);
        return page.Append("</body>\n</html>\n").ToString();
    }

    private static void AppendBar(StringBuilder page, IEnumerable<PageSection> sections)
    {
        page.Append("<nav aria-label=\"Sections\"><b>Bitloom</b><div>");
        foreach (var section in sections)
            page.Append($"<a href=\"#{section.Id}\">{HtmlText.Encode(section.Title)}</a>");
        page.Append("</div><button id=\"theme\" type=\"button\" hidden>theme</button></nav>\n");
    }

    private static void AppendFoot(StringBuilder page, Report report)
    {
        var project = report.Project;
        page.Append($"<footer>\n<p>Made by {HtmlText.Encode(report.Tool.Name)} {HtmlText.Encode(report.Tool.Version)} ");
        page.Append($"for the {HtmlText.Encode(project.Device)}, seed {HtmlText.Invariant(project.Seed)}. ");
        page.Append("The same build writes the same bytes. report.json holds the same numbers.</p>\n");
        page.Append("<details>\n<summary>Terms of the chart library</summary>\n<pre tabindex=\"0\">");
        page.Append(HtmlText.Encode(PageResources.LibraryLicense)).Append("</pre>\n</details>\n</footer>\n");
    }

    private static void AppendScripts(StringBuilder page, Report report)
    {
        page.Append($"<script type=\"application/json\" id=\"report\">{JsonReport.RenderForPage(report)}</script>\n");
        page.Append($"<script>{PageResources.Library}</script>\n");
        page.Append($"<script type=\"module\">\n{PageResources.Script}</script>\n");
    }
}
