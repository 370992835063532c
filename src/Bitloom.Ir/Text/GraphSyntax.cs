using System.Globalization;

namespace Bitloom.Ir;

/// <summary>The words and notations that printer and parser share.</summary>
internal static class GraphSyntax
{
    public const int LineWidth = 120;
    public const string FieldIndent = "  ";
    public const string ListIndent = "    ";

    public static string Keyword(MatMulKind kind) => kind switch
    {
        MatMulKind.Dense => "dense",
        MatMulKind.AttentionScores => "scores",
        MatMulKind.AttentionContext => "context",
    };

    public static string NormKeyword(bool centered) => centered ? "layer" : "rms";

    public static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Join(IEnumerable<string> names) => string.Join(", ", names);

    public static string Quote(string name) =>
        '"'
        + name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
        + '"';

    /// <summary>The inverse of <see cref="Quote"/>, or null when the text is not quoted so.</summary>
    public static string? Unquote(string text)
    {
        if (text.Length < 2 || text[0] != '"' || text[^1] != '"')
            return null;
        var name = text[1..^1]
            .Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
        return Quote(name) == text ? name : null;
    }
}
