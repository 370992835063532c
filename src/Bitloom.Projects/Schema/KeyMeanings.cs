using System.Reflection;
using System.Text.RegularExpressions;

namespace Bitloom.Projects;

/// <summary>What the keys of a kind of file mean, in the words of the tables of its page.</summary>
internal static partial class KeyMeanings
{
    private const int DefaultCell = 3;
    private const int MeaningCell = 5;

    /// <summary>Of project files, by the dotted path of the key.</summary>
    public static IReadOnlyDictionary<string, string> OfProjects { get; } = Of("project-file.md");

    /// <summary>Of device files.</summary>
    public static IReadOnlyDictionary<string, string> OfDevices { get; } = Of("adding-a-device.md");

    private static Dictionary<string, string> Of(string page) => Rows(page).ToDictionary(
        cells => cells[1].Trim('`'), Meaning, StringComparer.Ordinal);

    private static IEnumerable<string[]> Rows(string page)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(page)!);
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
