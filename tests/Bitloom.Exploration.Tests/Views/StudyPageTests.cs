using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using static Bitloom.Exploration.Tests.Views.SmallStudy;

namespace Bitloom.Exploration.Tests.Views;

public sealed class StudyPageTests
{
    private const string Start = "<script type=\"application/json\" id=\"study\">";
    private const string End = "</script>";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    private static readonly ImmutableArray<Trial> Trials =
    [
        Finished(
            0, Point(0.4, 2, verification: new(128, 0, "trials/0/0/report.html")),
            Point(0.3, 3, excess: 0.25) with
            {
                Bits = ImmutableSortedDictionary<string, int>.Empty.Add("input", 8).Add("output.weight", 3),
                Settings = ImmutableSortedDictionary<string, string>.Empty.Add("quantization.bits", "4"),
            }),
        Finished(1, Point(double.NaN, double.PositiveInfinity)),
        Of(2, TrialState.Finished) with { Result = new([], 3, 10, "the loss is not a number") },
        Of(3, TrialState.Running) with { Worker = "host" },
        Of(4, TrialState.Waiting),
    ];

    [Fact]
    public void Page_HasTheView_AsJson()
    {
        var page = StudyPage.Render(StudyView.Of(Definition, Trials));

        Golden.Match(JsonNode.Parse(JsonOf(page))!.ToJsonString(Indented) + "\n", "StudyPage.golden.json");
    }

    [Fact]
    public void Page_KeepsTextInsideItsData_WhateverItIs()
    {
        const string Text = "</script><script>alert(1)</script><!--end--><!-- & ' \" \u2028";
        var study = Definition with { Name = Text };

        var page = StudyPage.Render(StudyView.Of(study, Trials));

        page.ShouldNotContain("alert(1)</script>");
        JsonNode.Parse(JsonOf(page))!["name"]!.GetValue<string>().ShouldBe(Text);
    }

    [Fact]
    public void Page_IsOneFile_WhoseScriptAloneMayRun()
    {
        using var folder = new TemporaryFolder();
        var view = StudyView.Of(Definition, Trials);

        StudyPage.Write(view, folder["study.html"]);

        var page = File.ReadAllText(folder["study.html"]);
        page.ShouldBe(StudyPage.Render(view));
        page.ShouldContain("default-src 'none'; img-src data:; style-src 'sha256-");
        page.ShouldNotContain("unsafe-inline");
        page.ShouldNotContain("/assets/");
        page.ShouldNotContain("\nimport ");
        page.ShouldNotContain("\nexport ");
        Directory.GetFiles(folder.Path).Length.ShouldBe(1);
    }

    [Fact]
    public void LivePage_RefersToItsServerOnly()
    {
        var page = StudyPage.RenderLive();

        page.ShouldContain("src=\"/assets/main.js\"");
        page.ShouldNotContain("<style");
        page.ShouldNotContain("application/json");
    }

    private static string JsonOf(string page)
    {
        var start = page.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        return page[start..page.IndexOf(End, start, StringComparison.Ordinal)];
    }
}
