using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Bitloom.Tests.Architecture;

public sealed partial class ProjectReferenceTests
{
    [Fact]
    public void References_AreExactlyThose_OfTheTableInArchitecture()
    {
        var documented = DocumentedReferences();
        var actual = ActualReferences();

        actual.Count.ShouldBeGreaterThan(10);
        actual.Keys.Order(StringComparer.Ordinal).ShouldBe(documented.Keys.Order(StringComparer.Ordinal));
        foreach (var (project, references) in documented)
            actual[project].Order(StringComparer.Ordinal)
                .ShouldBe(references.Order(StringComparer.Ordinal), customMessage: project);
    }

    [Fact]
    public void Solution_HasEveryProject()
    {
        var solution = Repository.Read("Bitloom.slnx");

        var projects = Repository.Sources("src", "*.csproj").Concat(Repository.Sources("tests", "*.csproj"));

        projects.ShouldAllBe(project => solution.Contains($"\"{project}\"", StringComparison.Ordinal));
    }

    private static Dictionary<string, string[]> DocumentedReferences() =>
        TableRow().Matches(Repository.Read("ARCHITECTURE.md"))
            .ToDictionary(
                row => row.Groups["project"].Value,
                row => Names(row.Groups["references"].Value),
                StringComparer.Ordinal);

    private static Dictionary<string, string[]> ActualReferences() =>
        Repository.Sources("src", "*.csproj").ToDictionary(
            path => Path.GetFileNameWithoutExtension(path),
            path => XDocument.Parse(Repository.Read(path)).Descendants("ProjectReference")
                .Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/'))
                .Select(path => Path.GetFileNameWithoutExtension(path))
                .ToArray(),
            StringComparer.Ordinal);

    private static string[] Names(string cell) =>
        cell.Trim() == "-" ? [] : [.. cell.Split(',').Select(name => "Bitloom." + name.Trim())];

    [GeneratedRegex(
        @"^\| (?<project>Bitloom\.\w+) \|[^|]*\| (?<references>[^|]*) \|\s*$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex TableRow();
}
