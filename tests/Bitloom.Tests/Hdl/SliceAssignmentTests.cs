using System.Text.RegularExpressions;

namespace Bitloom.Tests.Hdl;

/// <summary>
/// No process assigns a slice of a signal that it assigns as a whole too: GHDL 2.0's synthesis loses some of these slices
/// (docs/decisions/0054).
/// </summary>
public sealed partial class SliceAssignmentTests
{
    [Fact]
    public void Processes_AssignNoSlice_AfterTheWhole() => Directory
        .EnumerateFiles(Repository.PathOf("rtl"), "*.vhd", SearchOption.AllDirectories)
        .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}test{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .SelectMany(path => SlicesOf(File.ReadAllText(path)).Select(name => $"{Path.GetFileName(path)}: {name}"))
        .ShouldBeEmpty();

    [Theory]
    [InlineData("a <= (others => '0');\n a(3 downto 0) <= b;", "a")]
    [InlineData("a(i) <= b;\n if c = '1' then\n a(i)(3 downto 0) <= b;", "a(i)")]
    [InlineData("a(3 downto 0) <= b;\n a(7 downto 4) <= c;", null)]
    [InlineData("a(i) <= b;\n a(j)(k) <= c;", null)]
    public void Slice_IsFound_WhereItsSignalIsAssignedAsAWhole(string statements, string? found) =>
        SlicesOf($"p : process (clk) is\n begin\n {statements}\n end process p;")
            .ShouldBe(found is null ? [] : [found]);

    private static IEnumerable<string> SlicesOf(string text) => Process().Matches(text).SelectMany(process =>
    {
        var whole = Whole().Matches(process.Value).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        return Slice().Matches(process.Value).Select(match => match.Groups["name"].Value).Where(whole.Contains).Distinct();
    });

    [GeneratedRegex(@"\bprocess\b.*?\bend process\b", RegexOptions.Singleline, matchTimeoutMilliseconds: 10000)]
    private static partial Regex Process();

    [GeneratedRegex(
        @"^\s*(?<name>\w+(\(\w+\))?)\s*<=", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10000)]
    private static partial Regex Whole();

    [GeneratedRegex(
        @"^\s*(?<name>\w+(\(\w+\))?)\([^()]*(\([^()]*\)[^()]*)*\bdownto\b[^;]*?\)\s*<=",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10000)]
    private static partial Regex Slice();
}
