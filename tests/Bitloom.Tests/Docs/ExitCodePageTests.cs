using Bitloom.Cli;

namespace Bitloom.Tests.Docs;

public sealed class ExitCodePageTests
{
    [Fact]
    public void Page_HasTheCodes_InTheWordsOfTheHelp()
    {
        var rows = Repository.Read("docs/exit-codes.md").Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1);

        rows.ShouldBe(ExitCode.Meanings.Select(entry => FormattableString.Invariant($"| {entry.Code} | {entry.Meaning} |")));
    }
}
