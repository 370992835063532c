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
}
