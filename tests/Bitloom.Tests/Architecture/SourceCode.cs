using System.Text.RegularExpressions;

namespace Bitloom.Tests.Architecture;

/// <summary>Finds words in sources, outside comments and string literals.</summary>
internal static partial class SourceCode
{
    /// <summary>Each line in the folders that has a match, as path:line.</summary>
    public static string[] Find(IEnumerable<string> projects, Regex words) =>
        [.. projects
            .SelectMany(project => Repository.Sources($"src/{project}", "*.cs"))
            .SelectMany(path => Lines(path)
                .Select((line, index) => (line, place: $"{path}:{index + 1}"))
                .Where(entry => words.IsMatch(entry.line))
                .Select(entry => entry.place))];

    /// <summary>The projects of src, by folder name.</summary>
    public static string[] Projects() =>
        [.. Repository.Sources("src", "*.csproj").Select(path => path.Split('/')[1])];

    public static string WithoutTextAndComments(string source) =>
        TextOrComment().Replace(source, match => new string('\n', match.Value.Count(c => c == '\n')));

    private static string[] Lines(string path) => WithoutTextAndComments(Repository.Read(path)).Split('\n');

    // Interpolated strings lose their expressions with their text; good enough for words that declare or call.
    [GeneratedRegex(
        "\"\"\"[\\s\\S]*?\"\"\"|@\"(?:[^\"]|\"\")*\"|\"(?:\\\\.|[^\"\\\\\\n])*\"" +
        "|'(?:\\\\.|[^'\\\\\\n])'|//[^\\n]*|/\\*[\\s\\S]*?\\*/",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 5000)]
    private static partial Regex TextOrComment();
}
