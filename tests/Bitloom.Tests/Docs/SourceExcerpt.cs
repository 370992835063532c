using System.Collections.Immutable;

namespace Bitloom.Tests.Docs;

/// <summary>Finds what a page shows in the sources, whatever its indentation.</summary>
internal static class SourceExcerpt
{
    private const string Gap = "// ...";

    private static readonly Lazy<ImmutableArray<string>> Sources = new(() =>
        [.. ((string[])["src", "samples", "tests", "benchmarks"])
            .SelectMany(folder => Repository.Sources(folder, "*.cs")).Select(Repository.Read)]);

    /// <summary>True when a source file has all chunks of the excerpt, in order.</summary>
    public static bool Exists(string[] lines) => Sources.Value.Any(source => IsOf(lines, source));

    public static bool IsOf(string[] lines, string source)
    {
        var text = Plain(source.Split('\n'));
        var place = 0;
        foreach (var chunk in Chunks(lines))
        {
            place = text.IndexOf(chunk, place, StringComparison.Ordinal);
            if (place < 0)
                return false;
            place += chunk.Length - 1;
        }

        return true;
    }

    private static IEnumerable<string> Chunks(string[] lines) =>
        string.Join('\n', lines.Select(line => line.Trim())).Split(Gap, StringSplitOptions.RemoveEmptyEntries)
            .Select(chunk => Plain(chunk.Split('\n'))).Where(chunk => chunk.Trim().Length > 0);

    // Whole lines alone match, blank ones apart.
    private static string Plain(IEnumerable<string> lines) => string.Concat(
        lines.Select(line => line.Trim()).Where(line => line.Length > 0).Select(line => $"\n{line}")) + "\n";
}
