using System.Text;

namespace Bitloom.Estimation;

/// <summary>A table of measured points as text: the tool, the columns' names, then one point a line.</summary>
internal static class PointTable
{
    private const char Separator = ';';

    /// <summary>The text.</summary>
    public static string Write(string tool, IEnumerable<string> columns, IEnumerable<IEnumerable<string>> points)
    {
        var text = new StringBuilder(tool).Append('\n').AppendJoin(Separator, columns).Append('\n');
        foreach (var point in points)
            text.AppendJoin(Separator, point).Append('\n');
        return text.ToString();
    }

    /// <summary>The tool, and the values of each point.</summary>
    /// <exception cref="FormatException">The columns are others.</exception>
    public static (string Tool, IEnumerable<string[]> Points) Read(string text, IEnumerable<string> columns)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length < 2 || !lines[1].Split(Separator).SequenceEqual(columns))
            throw new FormatException("the columns are not those of this version: measure the points again");
        return (lines[0], lines.Skip(2).Select(line => line.Split(Separator)));
    }
}
