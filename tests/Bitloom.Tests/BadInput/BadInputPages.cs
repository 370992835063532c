using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Bitloom.Tests.BadInput;

/// <summary>The catalogue: every kind, what the program says to it, and the page of the documentation.</summary>
public sealed partial class BadInputPages : IAsyncLifetime
{
    private readonly Dictionary<string, string> _parts = [];

    private readonly List<(string Title, int Code, string Text)> _answers = [];

    internal static ImmutableArray<BadInputHeading> Headings { get; } =
    [
        FileKinds.Heading, CsvKinds.Heading, YamlKinds.Heading, DataKinds.Heading, ModelKinds.Heading,
        DeviceKinds.Heading, ExploreKinds.Heading, ToolKinds.Heading, EnvironmentKinds.Heading,
    ];

    /// <summary>What was printed, with what it ended, for every kind.</summary>
    public IReadOnlyList<(string Title, int Code, string Text)> Answers => _answers;

    /// <summary>The part of a heading.</summary>
    public string this[string heading] => _parts[heading];

    /// <summary>All parts.</summary>
    public string Page => string.Join('\n', (string[])[Lead(), .. Headings.Select(heading => _parts[heading.Name])]);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        foreach (var heading in Headings)
            _parts[heading.Name] = await PartAsync(heading);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<string> PartAsync(BadInputHeading heading)
    {
        var part = new StringBuilder($"## {heading.Title}\n{heading.Lead}\n");
        foreach (var input in heading.Cases)
        {
            var (code, text) = await BadInputRun.OfAsync(input, TestContext.Current.CancellationToken);
            _answers.Add((input.Title, code, text));
            var given = input.Given.Length == 0 ? "" : $"{input.Given}\n";
            part.Append($"\n### {input.Title}\n{given}`bitloom {input.Line}` ends with {code}:\n\n```\n{text}```\n");
        }

        return part.ToString();
    }

    private static string Lead() => $"""
        # Bad input

        What Bitloom says to {Headings.Sum(heading => heading.Cases.Length)} kinds of bad input: the complete text, and
        the exit code ([exit-codes.md](exit-codes.md)). `FOLDER` is a folder with a project that is in order but for what
        is described. A test runs every kind and compares; this page is written by it.

        {string.Join('\n', Headings.Select(Entry))}

        """;

    private static string Entry(BadInputHeading heading)
    {
        var anchor = Separators().Replace(heading.Title.ToLowerInvariant(), "-");
        return FormattableString.Invariant($"- [{heading.Title}](#{anchor}): {heading.Cases.Length} kinds");
    }

    [GeneratedRegex(" ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Separators();
}
