using System.Text.RegularExpressions;

namespace Bitloom.Tests.BadInput;

/// <summary>Every code of a diagnostic has its exact text in a test or in the catalogue.</summary>
public sealed partial class DiagnosticCodeTests
{
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["ESTIMATE001"] = "no small model is known whose untrained weights cannot be quantized",
        ["VERIFY001"] = "SoftwareAgreementTests compare the whole record: what differs is computed",
    };

    private static readonly string[] Codes =
    [
        .. Repository.Sources("src", "*.cs").Select(Repository.Read)
            .SelectMany(text => Code().Matches(text).Select(match => match.Groups["code"].Value))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    private static readonly HashSet<string> Shown =
    [
        .. ((string[])["*.cs", "*.md", "*.txt"]).SelectMany(pattern => Repository.Sources("tests", pattern))
            .Select(Repository.Read)
            .SelectMany(text => WholeText().Matches(text).Select(match => match.Groups["code"].Value)),
    ];

    [Fact]
    public void Codes_HaveTheirExactTextInATest()
    {
        Codes.Length.ShouldBeGreaterThan(150);
        Codes.Where(code => !Shown.Contains(code) && !Exceptions.ContainsKey(code)).ShouldBeEmpty();
    }

    [Fact]
    public void Exceptions_AreNeeded()
    {
        Exceptions.Keys.Where(code => Shown.Contains(code) || !Codes.Contains(code)).ShouldBeEmpty();
    }

    // URAM288 is a cell.
    [GeneratedRegex(@"""(?!URAM)(?<code>[A-Z]{3,}\d{3})""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10000)]
    private static partial Regex Code();

    // Found, expected and remedy of one finding; in C#, perhaps in several strings.
    [GeneratedRegex(
        @"(error|warning) (?<code>[A-Z]{3,}\d{3})\b((?!(error|warning) [A-Z]{3,}\d{3})[\s\S]){1,900}?expected:" +
        @"((?!(error|warning) [A-Z]{3,}\d{3})[\s\S]){1,700}?remedy:",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 30000)]
    private static partial Regex WholeText();
}
