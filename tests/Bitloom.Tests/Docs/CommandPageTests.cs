namespace Bitloom.Tests.Docs;

/// <summary>That every command has a page, with the usage that the program prints.</summary>
public sealed class CommandPageTests
{
    public static TheoryData<string, string> All =>
        [.. Commands.All.Select(command => new TheoryDataRow<string, string>(command.Name, command.Description))];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Page_HasTheUsage_ThatTheCommandPrints(string command, string description)
    {
        var help = await Commands.HelpOfAsync(command);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDENS") == "1")
            CommandPage.Update(command, description, help);
        var path = CommandPage.PathOf(command);

        CommandPage.Exists(path).ShouldBeTrue(
            $"`bitloom {command}` has no page {path}; UPDATE_GOLDENS=1 begins one, what it is for is written by hand");
        CommandPage.UsageIn(Repository.Read(path)).TrimEnd().ShouldBe(
            help.TrimEnd(), $"{path}: the usage differs from --help; UPDATE_GOLDENS=1 rewrites it");
        CommandPage.IsListed(command, description).ShouldBeTrue(
            $"docs/commands/README.md does not list `bitloom {command}`; UPDATE_GOLDENS=1 adds it");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Page_SaysMore_ThanTheUsage(string command, string description)
    {
        var page = MarkdownPage.Read(CommandPage.PathOf(command));

        page.Prose[0].ShouldBe($"# bitloom {command}");
        page.Prose.Count(line => line.StartsWith("## ", StringComparison.Ordinal)).ShouldBeGreaterThan(
            1, $"{page.Path} has nothing but the usage: say what the command writes, and how it ends");
        description.ShouldNotBeEmpty();
    }

    [Fact]
    public void Pages_AreThoseOfCommands()
    {
        var pages = Repository.Sources("docs/commands", "*.md")
            .Where(page => !page.EndsWith("README.md", StringComparison.Ordinal));

        pages.ShouldBe(
            Commands.All.Select(command => CommandPage.PathOf(command.Name)).Order(StringComparer.Ordinal),
            "a page of docs/commands belongs to no command, or a command has none");
    }
}
