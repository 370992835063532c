using System.Globalization;

namespace Bitloom.Projects;

/// <summary>A number with a unit, such as <c>100 ms</c>.</summary>
internal static class QuantityText
{
    /// <summary>Times, in seconds.</summary>
    public static readonly (string Name, double Factor)[] Times =
        [("us", 1e-6), ("ms", 1e-3), ("s", 1), ("min", 60), ("h", 3600), ("d", 86400)];

    /// <summary>Charges, in milliampere-hours.</summary>
    public static readonly (string Name, double Factor)[] Charges = [("mAh", 1), ("Ah", 1000)];

    /// <summary>The quantity in the unit whose factor is 1; null when it is none over 0.</summary>
    public static double? Parse(string text, (string Name, double Factor)[] units)
    {
        var digits = text.TrimEnd([.. text.Where(char.IsAsciiLetter)]).TrimEnd();
        var unit = text[digits.Length..].Trim();
        var factor = units.FirstOrDefault(known => known.Name == unit).Factor;
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value) && value * factor > 0
            ? value * factor
            : null;
    }

    /// <summary>The units' names, for people.</summary>
    public static string NamesOf((string Name, double Factor)[] units) =>
        string.Join(", ", units.Select(unit => unit.Name));
}
