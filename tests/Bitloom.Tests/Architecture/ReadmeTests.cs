using System.Globalization;
using System.Reflection;
using Bitloom.Cli;

namespace Bitloom.Tests.Architecture;

public sealed class ReadmeTests
{
    [Fact]
    public void Readme_ListsEveryExitCode()
    {
        var readme = Repository.Read("README.md");

        var codes = typeof(ExitCode).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => Convert.ToString(field.GetRawConstantValue(), CultureInfo.InvariantCulture));

        codes.Count().ShouldBe(7);
        codes.ShouldAllBe(code => readme.Contains($"\n| {code} | ", StringComparison.Ordinal));
    }
}
