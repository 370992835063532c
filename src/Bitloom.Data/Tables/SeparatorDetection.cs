namespace Bitloom.Data;

/// <summary>Finds the field separator from the first two lines of a table.</summary>
internal static class SeparatorDetection
{
    private static readonly char[] Candidates = [',', ';', '\t', '|'];

    /// <summary>
    /// The candidate that divides both lines into the same, largest number of fields; the header decides when none
    /// does. Decimal commas do not mislead, as they are not in the header.
    /// </summary>
    public static char Detect(string text)
    {
        using var lines = new StringReader(text);
        var header = NextLine(lines);
        var first = NextLine(lines);
        var agreeing = Candidates.Where(c => Count(header, c) > 0 && Count(header, c) == Count(first, c)).ToArray();
        var separator = (agreeing.Length > 0 ? agreeing : Candidates).MaxBy(c => Count(header, c));
        return Count(header, separator) == 0 ? ',' : separator;
    }

    private static string NextLine(StringReader lines)
    {
        while (lines.ReadLine() is { } line)
        {
            if (line.Length > 0)
                return line;
        }

        return "";
    }

    private static int Count(string line, char separator)
    {
        var quoted = false;
        var count = 0;
        foreach (var c in line)
        {
            quoted ^= c == '"';
            count += !quoted && c == separator ? 1 : 0;
        }

        return count;
    }
}
