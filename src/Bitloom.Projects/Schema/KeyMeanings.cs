using System.Reflection;
using System.Text.RegularExpressions;

namespace Bitloom.Projects;

/// <summary>What each key of the project file means, in the words of docs/project-file.md.</summary>
internal static partial class KeyMeanings
{
    private const string Page = "project-file.md";
    private const int DefaultCell = 3;
    private const int MeaningCell = 5;

    /// <summary>By the dotted path of the key.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = Rows().ToDictionary(
        cells => cells[1].Trim('`'), Meaning, StringComparer.Ordinal);

    private static IEnumerable<string[]> Rows()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Page)!);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("| `", StringComparison.Ordinal))
                yield return [.. Separator().Split(line).Select(cell => cell.Trim())];
        }
    }

    // A default that is a word, such as "detected", is none that could be written into the file.
    private static string Meaning(string[] cells)
    {
        var meaning = Plain(cells[MeaningCell]);
        var fallback = Plain(cells[DefaultCell]);
        return fallback.Length == 0 ? meaning
            : meaning.Length == 0 ? $"Default: {fallback}"
            : $"{meaning}. Default: {fallback}";
    }

    private static string Plain(string cell) =>
        Link().Replace(cell, "${text}").Replace("**", "", StringComparison.Ordinal)
            .Replace("`", "", StringComparison.Ordinal).Replace("\\|", "|", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<!\\)\|", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\[(?<text>[^\]]+)\]\([^)]*\)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
