using Bitloom.Pipeline;
using Bitloom.Tests.Cli;
using Bitloom.Toolchain;

namespace Bitloom.Tests.Docs;

/// <summary>That what <c>bitloom check</c> answers in the pages is what it answers.</summary>
public sealed class ConsoleOutputTests
{
    private const string Prompt = "$ bitloom check ";
    private const string Project = "project.yaml";

    // What is checked is the project; a machine without the tools is to find the same.
    private static readonly BuildTools Tools = new(
        ExternalTools.Ghdl with { Executable = "true" }, ExternalTools.Verilator with { Executable = "true" },
        ExternalTools.Yosys with { Executable = "true" });

    public static TheoryData<string, string, string> Checks =>
        [.. ((string[])["docs/tutorial.md", "docs/commands/check.md"])
            .SelectMany(page => MarkdownPage.Read(page).Blocks)
            .Where(block => block.Lines is [var first, ..] && first.StartsWith(Prompt, StringComparison.Ordinal))
            .Select(block => new TheoryDataRow<string, string, string>(
                block.Place, block.Lines[0][Prompt.Length..], string.Join('\n', block.Lines[1..]) + "\n"))];

    [Theory]
    [MemberData(nameof(Checks))]
    public async Task Check_Answers_AsThePageShows(string place, string arguments, string shown)
    {
        using var terminal = new TestTerminal();
        var sample = Repository.PathOf("samples", "weather", Project);
        var words = arguments.Split(" --set ").Select(word => word.Trim('\''));

        await terminal.RunAsync(
            new BuildPipeline(Tools),
            ["check", sample, .. words.Skip(1).SelectMany(setting => (string[])["--set", setting])]);

        words.First().ShouldBe(Project, place);
        $"{terminal.Error}{terminal.Out}".Replace(sample, Project, StringComparison.Ordinal).ShouldBe(shown, place);
    }

    [Fact]
    public void Checks_AreThoseOfThePages()
    {
        Checks.Count.ShouldBeGreaterThan(2);
    }
}
