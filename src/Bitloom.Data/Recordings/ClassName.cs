using System.Globalization;

namespace Bitloom.Data;

/// <summary>How a class is called: 1, 1.0 and 1.0000000e+00 are one class, as the archives write them all.</summary>
internal static class ClassName
{
    public static string Of(string text) => Number(text) is { } value && Math.Abs(value) < 1e15
        && Math.Floor(value).Equals(value)
            ? ((long)value).ToString(CultureInfo.InvariantCulture)
            : text;

    public static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value) ? value : null;
}
