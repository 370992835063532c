using System.Globalization;

namespace Bitloom.Data;

/// <summary>Culture-free words for messages.</summary>
internal static class Text
{
    public static string Of(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    public static string Count(int count, string noun) =>
        Of($"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>The beginning of a text of the user's that may be of any length, and hold anything.</summary>
    public static string Shorten(string text) => text.Length > 40 ? $"{Shown(text[..40])}..." : Shown(text);

    /// <summary>The names in quotes, at most twelve of them.</summary>
    public static string List(IReadOnlyCollection<string> names)
    {
        var text = string.Join(", ", names.Take(12).Select(name => $"'{Shorten(name)}'"));
        return names.Count > 12 ? Of($"{text} and {names.Count - 12} more") : text;
    }

    // What stands in a file must not control a terminal.
    private static string Shown(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '?' : c));
}
