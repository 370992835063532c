namespace Bitloom.Toolchain;

/// <summary>A bit of a net, or a constant.</summary>
/// <param name="Net">Its name without the escape; null for a constant.</param>
/// <param name="Index">The bit; of a constant its value.</param>
internal readonly record struct NetBit(string? Net, int Index)
{
    /// <summary>
    /// The bits of an expression of a netlist, the most significant first: a net, a bit or a slice of it, a constant,
    /// or a concatenation of them.
    /// </summary>
    /// <param name="rangeOf">The highest and the lowest bit of a net by its name.</param>
    public static IEnumerable<NetBit> Of(string expression, Func<string, (int High, int Low)> rangeOf)
    {
        var text = expression.Trim();
        if (text.Length == 0)
            return [];
        return text[0] == '{'
            ? text[1..text.LastIndexOf('}')].Split(", ").SelectMany(part => Single(part.Trim(), rangeOf))
            : Single(text, rangeOf);
    }

    private static IEnumerable<NetBit> Single(string text, Func<string, (int High, int Low)> rangeOf)
    {
        if (char.IsAsciiDigit(text[0]))
            return Constant(text);
        var (name, range) = text[0] == '\\' ? Escaped(text) : Plain(text);
        var (high, low) = range.Length == 0 ? rangeOf(name) : Range(range);
        return Enumerable.Range(0, high - low + 1).Select(offset => new NetBit(name, high - offset));
    }

    private static (string Name, string Range) Escaped(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (text[1..], "") : (text[1..space], text[space..].Trim());
    }

    private static (string Name, string Range) Plain(string text)
    {
        var open = text.IndexOf('[', StringComparison.Ordinal);
        return open < 0 ? (text, "") : (text[..open].Trim(), text[open..]);
    }

    /// <summary>The bits of a range such as <c>[7:0]</c> or <c>[3]</c>.</summary>
    public static (int High, int Low) Range(string text)
    {
        var parts = text.Trim('[', ']').Split(':');
        var first = int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture);
        return (first, parts.Length == 1
            ? first
            : int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));
    }

    // Only whether a bit is one matters, and enables are narrow; other constants are bits of zero.
    private static IEnumerable<NetBit> Constant(string text)
    {
        var tick = text.IndexOf('\'', StringComparison.Ordinal);
        var one = tick > 0 && text[(tick + 1)..].AsSpan(1).ContainsAnyInRange('1', 'f');
        return [new(null, one ? 1 : 0)];
    }
}
