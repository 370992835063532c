using System.Text.RegularExpressions;

namespace Bitloom.Tests.Docs;

/// <summary>That what the pages show can be done.</summary>
public sealed partial class CodeBlockTests
{
    private static readonly CodeBlock[] Blocks = [.. MarkdownPage.All.SelectMany(page => page.Blocks)];

    [Fact]
    public void CommandLines_AreUnderstood()
    {
        var lines = Blocks
            .SelectMany(block => block.Lines.Select(line => (block.Place, Line: CommandLine().Match(line))))
            .Where(line => line.Line.Success)
            .ToArray();

        lines.Length.ShouldBeGreaterThan(10);
        lines.Select(line => (line.Place, Fault: Commands.FaultOf(line.Line.Groups["line"].Value)))
            .Where(line => line.Fault is not null).Select(line => $"{line.Place}: {line.Fault}").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("bitloom check weather.yaml", null)]
    [InlineData(
        "bitloom check weather.yaml --sett a=1", "`bitloom check weather.yaml --sett a=1`: `--sett` is not known")]
    [InlineData("bitloom chek weather.yaml", "`bitloom chek weather.yaml`: `chek` is not known")]
    public void Fault_IsTold_OfACommandLine(string line, string? expected)
    {
        Commands.FaultOf(line).ShouldBe(expected);
    }

    [Fact]
    public void YamlBlocks_AreRead()
    {
        var blocks = Blocks.Where(block => block.Language == "yaml").ToArray();

        blocks.Length.ShouldBeGreaterThan(3);
        blocks.SelectMany(block => YamlBlock.FaultsOf(block.Text).Select(fault => $"{block.Place}: {fault}"))
            .ShouldBeEmpty();
    }

    [Fact]
    public void YamlFaults_AreTold()
    {
        YamlBlock.FaultsOf("model: {dimension: 0}\n").ShouldHaveSingleItem();
        YamlBlock.FaultsOf("luts: {count: 1}\n").ShouldNotBeEmpty();
        YamlBlock.FaultsOf("model: {dimension: 8}\n").ShouldBeEmpty();
    }

    [Fact]
    public void CSharpBlocks_AreExcerptsOfSources()
    {
        var blocks = Blocks.Where(block => block.Language == "csharp").ToArray();

        blocks.Length.ShouldBeGreaterThan(2);
        blocks.Where(block => !SourceExcerpt.Exists(block.Lines)).Select(block => block.Place)
            .ShouldBeEmpty("these are no excerpts of a source file, chunk by chunk between lines of `// ...`");
    }

    [Fact]
    public void CSharpExcerpts_AreFoundInOrder()
    {
        SourceExcerpt.IsOf(["int a;", "// ...", "  int c;"], "int a;\nint b;\nint c;\n").ShouldBeTrue();
        SourceExcerpt.IsOf(["int c;", "// ...", "int a;"], "int a;\nint b;\nint c;\n").ShouldBeFalse();
        SourceExcerpt.IsOf(["int a;", "int c;"], "int a;\nint b;\nint c;\n").ShouldBeFalse();
    }

    // Placeholders in brackets belong to usage texts.
    [GeneratedRegex(
        @"^\s*(?:\$ )?(?:\./)?(?<line>bitloom(?: [^|>#<\[\\]*)?)(?:[|>#\\].*)?$", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex CommandLine();
}
