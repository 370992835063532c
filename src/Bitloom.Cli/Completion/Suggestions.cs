using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Bitloom.Cli;

/// <summary>
/// Answers the directive <c>[suggest:POSITION] "LINE"</c> of System.CommandLine: what can stand at that position of a
/// command line, one a line. (The library answers it for a root command alone, which would be named after the process.)
/// </summary>
internal static partial class Suggestions
{
    /// <summary>The suggestions; null when the arguments hold no such directive.</summary>
    public static IReadOnlyList<string>? Of(IReadOnlyList<string> arguments, Command root, ParserConfiguration parser)
    {
        if (arguments.Count == 0 || Directive().Match(arguments[0]) is not { Success: true } directive)
            return null;
        var line = arguments.Count > 1 ? arguments[1] : "";
        var position = directive.Groups["position"] is { Success: true } given
            && int.TryParse(given.Value, CultureInfo.InvariantCulture, out var number)
                ? Math.Min(number, line.Length)
                : line.Length;
        return At(line[..position], root, parser);
    }

    // What follows the cursor is not looked at, nor is the name by which the program was called.
    private static string[] At(string line, Command root, ParserConfiguration parser)
    {
        var rest = Program().Replace(line, "");
        if (rest.Length == line.Length)
            return [];
        var word = rest[(rest.LastIndexOf(' ') + 1)..];
        return
        [
            .. root.Parse(rest, parser).GetCompletions(rest.Length).Select(item => item.Label)
                .Where(label => label.StartsWith(word, StringComparison.Ordinal))
                // Options only where one was begun: elsewhere a file is more likely, and the shell knows those.
                .Where(label => label.StartsWith('-') == word.StartsWith('-'))
                .Where(label => !label.StartsWith('/') && label != "-?")
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
    }

    [GeneratedRegex(
        @"^\[suggest(?::(?<position>\d+))?\]$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Directive();

    [GeneratedRegex(@"^\s*\S+\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Program();
}
