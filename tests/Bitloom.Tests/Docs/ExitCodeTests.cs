using System.Globalization;
using System.Reflection;
using Bitloom.Cli;

namespace Bitloom.Tests.Docs;

public sealed class ExitCodeTests
{
    [Fact]
    public void CommandsPage_ListsEveryExitCode()
    {
        var page = Repository.Read("docs/commands/README.md");

        var codes = typeof(ExitCode).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => Convert.ToString(field.GetRawConstantValue(), CultureInfo.InvariantCulture));

        codes.Count().ShouldBe(7);
        codes.ShouldAllBe(code => page.Contains($"\n| {code} | ", StringComparison.Ordinal));
    }
}
