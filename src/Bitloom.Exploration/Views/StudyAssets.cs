using System.Collections.Immutable;
using System.Reflection;
using System.Text;

namespace Bitloom.Exploration;

/// <summary>
/// The parts of the page that are the same for every study. The style begins with that of a build's report.
/// </summary>
internal static class StudyAssets
{
    // In the order in which they refer to each other.
    private static readonly ImmutableArray<string> Styles =
        ["base.css", "hero.css", "content.css", "study.css", "charts.css", "bits.css"];

    /// <summary>The modules, each after those that it imports.</summary>
    public static ImmutableArray<string> Modules { get; } =
    [
        "element.js", "format.js", "scale.js", "model.js", "state.js", "theme.js", "tip.js", "progress.js", "mark.js",
        "choices.js", "frame.js", "front.js", "selection.js", "brush.js", "parallel.js", "bits.js", "table.js",
        "source.js", "main.js",
    ];

    /// <summary>The page without what it refers to.</summary>
    public static string Template { get; } = Read("study.html");

    /// <summary>The style sheet.</summary>
    public static string Style { get; } = string.Concat(Styles.Select(Read));

    /// <summary>All modules as one, which imports nothing.</summary>
    public static string Script { get; } = string.Concat(Modules.Select(name => Inlined(Read(name))));

    /// <summary>One file as it is; a page is named by hashes of its parts, so their line ends are fixed.</summary>
    public static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"study/{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string Inlined(string module)
    {
        var script = new StringBuilder(module.Length);
        foreach (var line in module.Split('\n').Where(line => !line.StartsWith("import ", StringComparison.Ordinal)))
            script.Append(line.StartsWith("export ", StringComparison.Ordinal) ? line["export ".Length..] : line)
                .Append('\n');
        return script.ToString();
    }
}
