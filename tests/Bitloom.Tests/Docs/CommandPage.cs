using System.Text.RegularExpressions;
using Bitloom.Diagnostics;

namespace Bitloom.Tests.Docs;

/// <summary>
/// A command's page: its usage is what the program prints, filled in by UPDATE_GOLDENS=1, which also begins the page of
/// a new command; what is around it is written by hand.
/// </summary>
internal static partial class CommandPage
{
    private const string Index = "docs/commands/README.md";

    public static string PathOf(string command) => $"docs/commands/{command}.md";

    public static bool Exists(string path) => File.Exists(Repository.PathOf(path));

    /// <summary>The block that a page has under "Usage", or an empty text.</summary>
    public static string UsageIn(string page) => Usage().Match(page).Groups["text"].Value;

    /// <summary>Writes the usage into the command's page, and the command into the list of all.</summary>
    public static void Update(string command, string description, string help)
    {
        var block = $"## Usage\n```\n{help.TrimEnd('\n')}\n```\n";
        var page = Exists(PathOf(command))
            ? Repository.Read(PathOf(command))
            : $"# bitloom {command}\n\n{description}\n\n{block}";
        Write(PathOf(command), Usage().Replace(page, _ => block));
        var row = $"| [`bitloom {command}`]({command}.md) | {description} |\n";
        var index = Repository.Read(Index);
        var old = OldRow(index, command);
        if (!index.Contains(row, StringComparison.Ordinal))
            Write(Index, old.Length > 0 ? index.Replace(old, row, StringComparison.Ordinal) : index + row);
    }

    public static bool IsListed(string command, string description) => Repository.Read(Index).Contains(
        $"| [`bitloom {command}`]({command}.md) | {description} |\n", StringComparison.Ordinal);

    private static string OldRow(string index, string command) =>
        index.Split('\n')
            .FirstOrDefault(line => line.Contains($"]({command}.md)", StringComparison.Ordinal)) is { } line
            ? line + "\n"
            : "";

    private static void Write(string path, string text) => AtomicFile.Write(Repository.PathOf(path), text);

    [GeneratedRegex(
        "## Usage\n```\n(?<text>.*?)\n```\n", RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Usage();
}
