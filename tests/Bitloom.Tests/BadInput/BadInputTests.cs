using System.Text.RegularExpressions;
using Bitloom.Cli;

namespace Bitloom.Tests.BadInput;

/// <summary>The complete text and the exit code of every kind of bad input, and the page that shows them.</summary>
public sealed partial class BadInputTests(BadInputPages pages) : IClassFixture<BadInputPages>
{
    public static TheoryData<string> Headings => [.. BadInputPages.Headings.Select(heading => heading.Name)];

    [Theory]
    [MemberData(nameof(Headings))]
    public void Kinds_AreAnswered_AsExpected(string heading)
    {
        Golden.Match(pages[heading], $"Expected/{heading}.md");
    }

    [Fact]
    public void Page_IsThatOfTheDocumentation()
    {
        Golden.Match(pages.Page, Repository.PathOf("docs", "bad-input.md"));
    }

    [Fact]
    public void Kinds_AreManyUnderEveryHeading()
    {
        BadInputPages.Headings.ShouldAllBe(heading => heading.Cases.Length >= 4);
        pages.Answers.Count.ShouldBeGreaterThan(70);
        pages.Answers.Select(answer => answer.Title).ShouldBeUnique();
    }

    [Fact]
    public void Answers_SayWhatWasFoundAndExpectedAndWhatToDo()
    {
        pages.Answers.Where(answer => !Whole().IsMatch(answer.Text)).Select(answer => answer.Title).ShouldBeEmpty();
    }

    [Fact]
    public void Answers_EndAsAUsersFaultOrAToolsDoes()
    {
        int[] expected = [ExitCode.Done, ExitCode.UserFault, ExitCode.ToolFailed];

        pages.Answers.Where(answer => !expected.Contains(answer.Code)).Select(answer => answer.Title).ShouldBeEmpty();
        pages.Answers.Where(answer => answer.Code == ExitCode.Done)
            .Where(answer => !answer.Text.StartsWith("warning ", StringComparison.Ordinal))
            .Select(answer => answer.Title).ShouldBeEmpty();
    }

    [GeneratedRegex(
        @"^((error|warning) [A-Z]+\d{3}( at [^\n]+)?: [^\n]+\n  expected: [^\n]+\n  remedy:   [^\n]+\n)+",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Whole();
}
