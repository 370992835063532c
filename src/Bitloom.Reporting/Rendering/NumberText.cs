using System.Globalization;

namespace Bitloom.Reporting;

/// <summary>Numbers as people read them, the same in every culture.</summary>
public static class NumberText
{
    /// <summary>What stands for a number that is not there.</summary>
    public const string None = "-";

    /// <summary>A whole number with thousands separators.</summary>
    public static string Count(long? value) => value?.ToString("#,0", CultureInfo.InvariantCulture) ?? None;

    /// <summary>A number with about four significant digits; whole ones from 1000 on.</summary>
    public static string Number(double? value) => value switch
    {
        null => None,
        { } x when double.IsNaN(x) => "not a number",
        { } x when double.IsInfinity(x) => x > 0 ? "infinite" : "-infinite",
        { } x => x.ToString(PatternFor(Math.Abs(x)), CultureInfo.InvariantCulture),
    };

    /// <summary>A share (1 is all) in percent with one decimal.</summary>
    public static string Percent(double? share) =>
        share is { } value && double.IsFinite(value)
            ? value.ToString("0.0 %", CultureInfo.InvariantCulture)
            : None;

    private static string PatternFor(double magnitude) => magnitude switch
    {
        0 => "0",
        >= 1000 => "#,0",
        >= 100 => "0.#",
        >= 10 => "0.##",
        >= 1 => "0.###",
        >= 0.01 => "0.#####",
        _ => "0.###E+0",
    };
}
