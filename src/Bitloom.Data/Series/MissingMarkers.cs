using System.Globalization;

namespace Bitloom.Data;

/// <summary>What stands for a missing value: texts (any case) and, where a marker is a number, that number.</summary>
internal sealed class MissingMarkers(IEnumerable<string> given, IEnumerable<string> always)
{
    private readonly HashSet<string> texts = new(given.Concat(always), StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<double> numbers = [.. given.SelectMany(Number)];

    public bool Contains(string cell) => texts.Contains(cell);

    /// <summary>-200.0 is missing where "-200" is.</summary>
    public bool Contains(double value) => numbers.Contains(value);

    private static IEnumerable<double> Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? [value] : [];
}
