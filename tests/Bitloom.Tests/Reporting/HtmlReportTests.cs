using System.Text.Json;
using System.Text.RegularExpressions;
using Bitloom.Reporting;

namespace Bitloom.Tests.Reporting;

/// <summary>What a browser is not needed for; the rest is in the conformance tests.</summary>
public sealed partial class HtmlReportTests
{
    private const int MostBytes = 1_500_000;

    [Fact]
    public void Render_MatchesItsGolden()
    {
        Golden.Match(WithoutResources(HtmlReport.Render(ExampleReport.Full)), "Expected/report.html");
    }

    [Fact]
    public void Render_StaysSmall()
    {
        HtmlReport.Render(ExampleReport.Full).Length.ShouldBeLessThan(MostBytes);
    }

    [Fact]
    public void Render_RefersToNothingOutside()
    {
        var html = WithoutResources(HtmlReport.Render(ExampleReport.Full));

        html.ShouldContain("default-src 'none'");
        html.ShouldNotContain("http:");
        html.ShouldNotContain("https:");
        html.ShouldNotContain("src=");
        html.ShouldNotContain("url(");
        html.ShouldNotContain("@import");
    }

    [Fact]
    public void Render_EncodesWhatTheUserWrote()
    {
        var html = HtmlReport.Render(ExampleReport.Full);

        html.ShouldContain("air &lt;quality&gt;");
        html.ShouldContain("air &quot;raw&quot; &amp; more.csv");
        html.ShouldNotContain("<quality>");
    }

    [Fact]
    public void Render_KeepsTheNumbersInsideTheirElement_WhateverANameIs()
    {
        var hostile = ExampleReport.Full with { Project = new ProjectSection("</script><script>alert(1)", 1, "<!--") };

        var numbers = Numbers().Match(HtmlReport.Render(hostile)).Groups["numbers"].Value;

        using var report = JsonDocument.Parse(numbers);
        var project = report.RootElement.GetProperty("project");
        project.GetProperty("name").GetString().ShouldBe("</script><script>alert(1)");
        project.GetProperty("device").GetString().ShouldBe("<!--");
    }

    [Fact]
    public void Resources_CannotEndTheirElements()
    {
        PageResources.Library.ShouldNotContain("</script", Case.Insensitive);
        PageResources.Script.ShouldNotContain("</script", Case.Insensitive);
        PageResources.Style.ShouldNotContain("</style", Case.Insensitive);
    }

    [Fact]
    public void Render_HasAScriptForEveryChart()
    {
        var html = string.Concat(
            new[] { ExampleReport.Full, ExampleReport.Classes, ExampleReport.Anomalies }.Select(HtmlReport.Render));

        var charts = Charts().Matches(html).Select(match => match.Groups["kind"].Value).Distinct().ToArray();

        charts.Order(StringComparer.Ordinal).ShouldBe(
            [
                "accuracy", "confusion", "detection", "forecast", "memory", "power", "quantization", "resources",
                "scores", "timeline", "training",
            ]);
        charts.ShouldAllBe(chart => PageResources.Script.Contains($"charts.{chart} = "));
    }

    [Fact]
    public void Render_SaysInATableWhatAChartShows()
    {
        HtmlReport.Render(ExampleReport.Full).ShouldContain("<td>2005-01-31 17:00</td>");
        HtmlReport.Render(ExampleReport.Classes).ShouldContain("taken for walk &amp; run");
        HtmlReport.Render(ExampleReport.Anomalies).ShouldContain("<td>8 to 11</td><td class=\"number\">2.5</td>");
    }

    [Fact]
    public void Render_SaysInOneSentence_WhatWasBuiltForEachTask()
    {
        Sentence(ExampleReport.Full).ShouldBe(
            "An integer-only Transformer of 3,361 parameters that forecasts co from the last 24 rows of co and no2, on the "
                + "xc7s15 in 23.45 µs.");
        Sentence(ExampleReport.Classes).ShouldBe(
            "An integer-only Transformer of 3,361 parameters that tells 2 classes (walk &amp; run and sit) apart from windows "
                + "of 24 tokens, on the xc7s15 in 23.45 µs.");
        Sentence(ExampleReport.Anomalies).ShouldBe(
            "An integer-only Transformer of 3,361 parameters that forecasts 2 signals from their last 24 rows and so notices "
                + "what comes otherwise, on the xc7s15 in 23.45 µs.");
        Sentence(ExampleReport.Minimal).ShouldBe("An accelerator for the xc7s15.");
    }

    [Fact]
    public void Render_LeavesOutSections_OfStagesThatDidNotRun()
    {
        var html = HtmlReport.Render(ExampleReport.Minimal);

        html.ShouldContain("<section id=\"project\">");
        html.ShouldNotContain("data-chart=");
        html.ShouldNotContain("class=\"picture");
    }

    private static string Sentence(Report report) =>
        Sentences().Match(HtmlReport.Render(report)).Groups["sentence"].Value;

    [GeneratedRegex("class=\"sentence\">(?<sentence>[^<]*)<", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Sentences();

    // They are files of their own, and reviewed there.
    private static string WithoutResources(string html) => html
        .Replace(PageResources.Library, "(the chart library)", StringComparison.Ordinal)
        .Replace(PageResources.Script, "(the scripts)\n", StringComparison.Ordinal)
        .Replace(PageResources.Style, "(the style)\n", StringComparison.Ordinal)
        .Replace(HtmlText.Encode(PageResources.LibraryLicense), "(the terms)", StringComparison.Ordinal);

    [GeneratedRegex("id=\"report\">(?<numbers>.*?)</script>", RegexOptions.Singleline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Numbers();

    [GeneratedRegex(" data-chart=\"(?<kind>[a-z]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Charts();
}
