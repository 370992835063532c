using System.Collections.Immutable;
using System.Text;

namespace Bitloom.Reporting;

/// <summary>The findings: what needs attention first, what is as it should be below it.</summary>
internal static class HtmlFindings
{
    public static void Append(StringBuilder page, ImmutableArray<Finding> findings)
    {
        if (findings.Length == 0)
            return;
        page.Append("<section id=\"findings\">\n<h2>What the numbers say</h2>\n");
        AppendList(page, [.. findings.Where(finding => finding.Level != FindingLevel.Good)]);
        AppendList(page, [.. Condensed([.. findings.Where(finding => finding.Level == FindingLevel.Good)])]);
        page.Append("</section>\n");
    }

    // Each comparison has its row in the table below: here their number is enough.
    private static IEnumerable<Finding> Condensed(ImmutableArray<Finding> good)
    {
        var (agreements, others) = (
            good.Where(finding => finding.Rule == AgreementRule.RuleName).ToArray(),
            good.Where(finding => finding.Rule != AgreementRule.RuleName));
        return agreements.Length < 2
            ? good
            : others.Prepend(agreements[0] with
            {
                Text = $"{NumberText.Count(agreements.Length)} comparisons of implementations agree in every value.",
            });
    }

    private static void AppendList(StringBuilder page, ImmutableArray<Finding> findings)
    {
        if (findings.IsEmpty)
            return;
        page.Append("<ul class=\"findings\">\n");
        foreach (var finding in findings)
        {
            var level = FindingMark.Word(finding.Level);
            page.Append($"<li class=\"{level}\"><strong>{level}</strong> <span>{HtmlText.Encode(finding.Text)}</span></li>\n");
        }

        page.Append("</ul>\n");
    }
}
