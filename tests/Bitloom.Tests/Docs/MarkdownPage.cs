using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bitloom.Tests.Docs;

/// <summary>A page of the repository: its headings, links and code blocks.</summary>
internal sealed partial record MarkdownPage(string Path, ImmutableArray<string> Prose, ImmutableArray<CodeBlock> Blocks)
{
    private const string Fence = "```";

    /// <summary>All pages.</summary>
    public static ImmutableArray<MarkdownPage> All { get; } =
        [.. Repository.Sources(".", "*.md").Where(IsOurs).Select(Read)];

    /// <summary>Where the page's links lead to, as written; links to other sites are left out.</summary>
    public IEnumerable<string> Links => Prose
        .SelectMany(line => Link().Matches(InlineCode().Replace(line, "")).Select(match => match.Groups["to"].Value))
        .Where(link => !link.Contains("://", StringComparison.Ordinal));

    /// <summary>What a link can name behind #, as the usual renderers make it of the headings.</summary>
    public IEnumerable<string> Anchors
    {
        get
        {
            var seen = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var heading in Prose.Where(line => Heading().IsMatch(line)))
            {
                var anchor = AnchorOf(Heading().Replace(heading, ""));
                var earlier = seen.GetValueOrDefault(anchor);
                seen[anchor] = earlier + 1;
                yield return earlier == 0 ? anchor : $"{anchor}-{earlier}";
            }
        }
    }

    public static MarkdownPage Read(string path) => Parse(path, Repository.Read(path).ReplaceLineEndings("\n"));

    public static MarkdownPage Parse(string path, string text)
    {
        var prose = ImmutableArray.CreateBuilder<string>();
        var blocks = ImmutableArray.CreateBuilder<CodeBlock>();
        var (opened, language, content) = (0, "", new List<string>());
        foreach (var (index, line) in text.Split('\n').Index())
        {
            if (!line.StartsWith(Fence, StringComparison.Ordinal))
            {
                (opened == 0 ? (ICollection<string>)prose : content).Add(line);
            }
            else if (opened == 0)
            {
                (opened, language, content) = (index + 1, line[Fence.Length..].Trim(), []);
            }
            else
            {
                blocks.Add(new CodeBlock(path, opened, language, [.. content]));
                opened = 0;
            }
        }

        opened.ShouldBe(0, $"{path}: a code block is not closed");
        return new(path, prose.ToImmutable(), blocks.ToImmutable());
    }

    private static string AnchorOf(string heading) => string.Concat(
        heading.Trim().ToLowerInvariant().Replace(' ', '-').Where(c => char.IsLetterOrDigit(c) || c is '-' or '_'));

    private static bool IsOurs(string path) =>
        !path.StartsWith("artifacts/", StringComparison.Ordinal) && !path.Contains("/out/", StringComparison.Ordinal);

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex("`[^`]*`", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InlineCode();

    [GeneratedRegex("^#{1,6} ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading();
}
