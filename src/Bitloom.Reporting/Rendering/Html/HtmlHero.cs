using System.Text;

namespace Bitloom.Reporting;

/// <summary>The head of the page: the project, what was built, the verdict, four numbers, and the picture.</summary>
internal static class HtmlHero
{
    public static void Append(StringBuilder page, Report report)
    {
        var project = report.Project;
        page.Append("<header class=\"hero\">\n");
        page.Append($"<p class=\"verdict {(report.Verified ? "good" : "failure")}\">");
        page.Append(HtmlText.Encode(Verdict.Of(report))).Append("</p>\n");
        page.Append($"<h1>{HtmlText.Encode(project.Name)}</h1>\n");
        page.Append($"<p class=\"sentence\">{HtmlText.Encode(BuildSentence.Of(report))}</p>\n");
        AppendHeadlines(page, report);
        EnginePicture.Append(page, report);
        page.Append("</header>\n");
    }

    private static void AppendHeadlines(StringBuilder page, Report report)
    {
        page.Append("<dl class=\"headlines\">\n");
        foreach (var number in Headline.Of(report))
        {
            var unit = number.Unit.Length == 0 ? "" : $" <small>{HtmlText.Encode(number.Unit)}</small>";
            page.Append($"<div class=\"card\"><dt>{HtmlText.Encode(number.Name)}</dt>");
            page.Append($"<dd><b>{HtmlText.Encode(number.Value)}{unit}</b>");
            page.Append($"<span>{HtmlText.Encode(number.Note)}</span></dd></div>\n");
        }

        page.Append("</dl>\n");
    }
}
