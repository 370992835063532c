namespace Bitloom.Tests.Docs;

/// <summary>That the pages lead somewhere.</summary>
public sealed class LinkTests
{
    [Fact]
    public void RelativeLinks_LeadToFilesAndHeadings()
    {
        var links = MarkdownPage.All.SelectMany(page => page.Links.Select(link => (page, link))).ToArray();

        links.Length.ShouldBeGreaterThan(60);
        links.Select(pair => FaultOf(pair.page, pair.link)).OfType<string>().ShouldBeEmpty();
    }

    [Fact]
    public void Documentation_IsReachable_FromTheReadme()
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);

        Reach("README.md", reached);

        Repository.Sources("docs", "*.md").Where(page => !page.StartsWith("docs/decisions/", StringComparison.Ordinal))
            .Except(reached).ShouldBeEmpty("no page links to these");
    }

    [Theory]
    [InlineData("[x](README.md)", null)]
    [InlineData("[x](docs/ir.md#tensors)", null)]
    [InlineData("[x](#here-and-now)", null)]
    [InlineData("`[x](nowhere.md)`", null)]
    [InlineData("[x](nowhere.md)", "page.md: nowhere.md is not there")]
    [InlineData("[x](docs/ir.md#sensors)", "page.md: docs/ir.md has no heading for #sensors")]
    [InlineData("[x](#there)", "page.md: page.md has no heading for #there")]
    public void Fault_IsTold_OfALinkThatLeadsNowhere(string text, string? expected)
    {
        var page = MarkdownPage.Parse("page.md", $"## Here, and now\n{text}\n");

        page.Links.Select(link => FaultOf(page, link)).SingleOrDefault().ShouldBe(expected);
    }

    private static string? FaultOf(MarkdownPage page, string link)
    {
        var parts = link.Split('#', 2);
        var target = parts[0].Length == 0 ? page.Path : TargetOf(page, parts[0]);
        if (target != page.Path && !Path.Exists(Repository.PathOf(target)))
            return $"{page.Path}: {target} is not there";
        if (parts.Length == 1 || !target.EndsWith(".md", StringComparison.Ordinal))
            return null;
        var anchors = target == page.Path ? page.Anchors : MarkdownPage.Read(target).Anchors;
        return anchors.Contains(parts[1], StringComparer.Ordinal)
            ? null
            : $"{page.Path}: {target} has no heading for #{parts[1]}";
    }

    private static string TargetOf(MarkdownPage page, string link) => Path.GetRelativePath(
        Repository.Root, Path.GetFullPath(Repository.PathOf(Path.GetDirectoryName(page.Path)!, link)));

    private static void Reach(string path, HashSet<string> reached)
    {
        if (!reached.Add(path) || !path.EndsWith(".md", StringComparison.Ordinal))
            return;
        var page = MarkdownPage.Read(path);
        foreach (var link in page.Links.Select(link => link.Split('#')[0]).Where(link => link.Length > 0))
            Reach(TargetOf(page, link), reached);
    }
}
