using System.Globalization;

namespace Bitloom.Data;

/// <summary>A number as the readers of tables take it.</summary>
internal static class NumberText
{
    /// <summary>The number, or null when the text is none with this decimal mark.</summary>
    public static double? Parse(string cell, char mark)
    {
        var plain = mark == '.' || !cell.Contains('.', StringComparison.Ordinal);
        var text = mark == '.' ? cell : cell.Replace(mark, '.');
        return plain && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value) ? value : null;
    }
}
