using System.Globalization;

namespace Bitloom.Data;

/// <summary>Culture-free words for messages.</summary>
internal static class Text
{
    public static string Of(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    public static string Count(int count, string noun) =>
        Of($"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>The names in quotes, at most twelve of them.</summary>
    public static string List(IReadOnlyCollection<string> names)
    {
        var text = string.Join(", ", names.Take(12).Select(name => $"'{name}'"));
        return names.Count > 12 ? Of($"{text} and {names.Count - 12} more") : text;
    }
}
