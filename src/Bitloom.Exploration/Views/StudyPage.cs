using System.Security.Cryptography;
using System.Text;
using Bitloom.Diagnostics;
using Bitloom.Reporting;

namespace Bitloom.Exploration;

/// <summary>The page that shows a study: with its numbers in it as one file, or without them for a server.</summary>
public static class StudyPage
{
    // Without a study the page asks the server that it came from.
    private const string Live =
        """
        <link rel="stylesheet" href="/assets/study.css">
        <script type="module" src="/assets/main.js"></script>
        """;

    /// <summary>
    /// Writes the view as one HTML file that opens offline. The file belongs into the study's folder: its links to the
    /// points' pages are relative to where it is.
    /// </summary>
    public static void Write(StudyView view, string path) => AtomicFile.Write(path, Render(view));

    /// <summary>The view as an HTML document.</summary>
    public static string Render(StudyView view)
    {
        var style = $"\n{StudyAssets.Style}";
        var script = $"\n{StudyAssets.Script}";
        return Page(
            $"""
            <meta http-equiv="Content-Security-Policy" content="{Policy(style, script)}">
            <style>{style}</style>
            """,
            $"""
            <script type="application/json" id="study">{Json(view)}</script>
            <script type="module">{script}</script>
            """);
    }

    /// <summary>The view as JSON on one line, which is safe inside a script element.</summary>
    public static string Json(StudyView view) => JsonReport.OnOneLine(view);

    /// <summary>The page that asks its server for the studies.</summary>
    internal static string RenderLive() => Page(Live, "");

    private static string Page(string head, string end) => StudyAssets.Template
        .Replace("<!--head-->", head, StringComparison.Ordinal)
        .Replace("<!--end-->", end, StringComparison.Ordinal);

    // The browser itself then refuses any other script, and whatever the page would fetch.
    private static string Policy(string style, string script) =>
        $"default-src 'none'; img-src data:; style-src '{Hash(style)}'; script-src '{Hash(script)}'";

    private static string Hash(string text) =>
        $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}
