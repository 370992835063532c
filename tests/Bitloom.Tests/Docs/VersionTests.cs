using System.Text.RegularExpressions;
using Bitloom.Cli;

namespace Bitloom.Tests.Docs;

public sealed partial class VersionTests
{
    [Fact]
    public void PackagesThatAreNamed_AreOfThisVersion()
    {
        string[] files = [.. MarkdownPage.All.Select(page => page.Path), .. Repository.Sources("samples", "*.cs")];

        var versions = files.SelectMany(file => Package().Matches(Repository.Read(file)))
            .Select(match => match.Groups["version"].Value);

        versions.Count().ShouldBeGreaterThan(1);
        versions.ShouldAllBe(version => version == BitloomVersion.Text);
    }

    [GeneratedRegex(@"Bitloom[\w.]*@(?<version>[\w.]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Package();
}
