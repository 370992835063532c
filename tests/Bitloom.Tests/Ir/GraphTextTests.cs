using Bitloom.Ir;

namespace Bitloom.Tests.Ir;

public sealed class GraphTextTests
{
    [Fact]
    public void Parse_GivesTheSameGraph_FromItsPrint()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var graph = RandomGraphs.Create(seed, seed < 50 ? new() : RandomGraphOptions.Everything);
            var text = GraphPrinter.Print(graph);

            var parsed = GraphParser.Parse(text);

            parsed.Diagnostics.ShouldBeEmpty();
            GraphPrinter.Print(parsed.Value!).ShouldBe(text);
            GraphEquality.ShouldBeSame(parsed.Value!, graph);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("a \"quoted\" name")]
    [InlineData("back\\slash\\\"")]
    [InlineData("Ölpresse -> 7")]
    public void Parse_GivesTheSameName_FromItsPrint(string name)
    {
        var graph = SmallGraph.Create() with { Name = name };

        var parsed = GraphParser.Parse(GraphPrinter.Print(graph));

        parsed.Value!.Name.ShouldBe(name);
    }

    [Fact]
    public void Print_WrapsLists_AtTheLineWidth()
    {
        var texts = Enumerable.Range(0, 50).Select(seed => GraphPrinter.Print(RandomGraphs.Create(seed)));

        var longest = texts.SelectMany(text => text.Split('\n')).Max(line => line.Length);

        longest.ShouldBeInRange(115, 120);
    }

    /// <summary>UPDATE_GOLDENS=1 writes the example anew.</summary>
    [Fact]
    public void Documentation_ShowsThePrint_OfTheSmallGraph()
    {
        const string Fence = "```\n";
        var file = Path.Combine(Root(), "docs", "ir.md");
        var page = File.ReadAllText(file);
        var start = page.IndexOf(Fence + "graph \"small\"", StringComparison.Ordinal) + Fence.Length;
        var shown = page[start..page.IndexOf(Fence, start, StringComparison.Ordinal)];

        var print = GraphPrinter.Print(SmallGraph.Create());

        if (Environment.GetEnvironmentVariable("UPDATE_GOLDENS") == "1")
            File.WriteAllText(file, page.Replace(Fence + shown + Fence, Fence + print + Fence));
        else
            shown.ShouldBe(print);
    }

    [Fact]
    public void Parse_ReadsTheSameGraph_WithCommentsAndOtherLineEnds()
    {
        var text = GraphPrinter.Print(SmallGraph.Create());
        var edited = "# by hand\r\n" + text.Replace("\n", "\r\n").Replace("  values", "  # note = 1\r\n  values");

        var parsed = GraphParser.Parse(edited);

        GraphPrinter.Print(parsed.Value!).ShouldBe(text);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Bitloom.slnx")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
