using System.Globalization;

namespace Bitloom.Data;

/// <summary>Samples that are written as text; a missing one becomes NaN.</summary>
internal static class SampleParser
{
    /// <summary>Adds the samples between separators, and reports each that is neither a number nor missing.</summary>
    public static void Append(
        List<double> samples, ReadOnlySpan<char> text, char separator, int firstField, string location,
        DiagnosticBag bag)
    {
        var field = firstField;
        foreach (var range in text.Split(separator))
        {
            var cell = text[range].Trim();
            if (!TryParse(cell, out var value))
                ReportNumber(cell.ToString(), field, location, bag);
            samples.Add(value);
            field++;
        }
    }

    private static bool TryParse(ReadOnlySpan<char> cell, out double value)
    {
        value = double.NaN;
        if (cell is "?" or "" || cell.Equals("NaN", StringComparison.OrdinalIgnoreCase))
            return true;
        if (double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number))
        {
            value = number;
            return true;
        }

        return false;
    }

    private static void ReportNumber(string cell, int field, string location, DiagnosticBag bag)
    {
        bag.Error("DATA014", location, Text.Of($"'{Text.Shorten(cell)}' in field {field} is not a number"),
            "a finite number with decimal mark '.', or ? or NaN for a missing one", "correct the field");
    }
}
