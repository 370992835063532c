using System.Collections.Immutable;
using System.Globalization;

namespace Bitloom.Hdl;

/// <summary>Stream elements for the benches: one a line, the low bits in hexadecimal digits.</summary>
public static class VectorFile
{
    /// <summary>The lines of <paramref name="elements"/>, each <paramref name="bits"/> wide.</summary>
    public static IEnumerable<string> Lines(IEnumerable<int> elements, int bits)
    {
        var format = "x" + ((bits + 3) / 4).ToString(CultureInfo.InvariantCulture);
        var mask = (1 << bits) - 1;
        return elements.Select(element => (element & mask).ToString(format, CultureInfo.InvariantCulture));
    }

    /// <summary>The elements of such lines, up to the first that is none.</summary>
    /// <param name="signed">Whether the top bit of an element is its sign.</param>
    public static ImmutableArray<int> Read(IEnumerable<string> lines, int bits, bool signed)
    {
        var sign = signed ? 1 << (bits - 1) : 0;
        return
        [
            .. lines.Select(Word).TakeWhile(word => word is not null)
                .Select(word => (word!.Value & sign) != 0 ? word.Value - 2 * sign : word.Value),
        ];
    }

    private static int? Word(string line) =>
        int.TryParse(line, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var word) && word >= 0
            ? word
            : null;
}
