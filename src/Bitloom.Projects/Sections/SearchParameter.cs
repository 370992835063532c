using System.Collections.Immutable;
using System.Globalization;

namespace Bitloom.Projects;

/// <summary>The least and the greatest value of a parameter without steps.</summary>
/// <param name="Logarithmic">Equal steps are equal ratios.</param>
public sealed record SearchRange(double From, double To, bool Logarithmic);

/// <summary>
/// One parameter of a search: a key of the project file and what it may be. A sampler sees it as a position from 0 up to 1.
/// </summary>
/// <param name="Key">Dotted, as <c>--set</c> takes it.</param>
/// <param name="Values">As they would stand in the file, in the order given, which is taken as theirs; empty with a range.</param>
/// <param name="Range">Null with values.</param>
public sealed record SearchParameter(string Key, ImmutableArray<string> Values, SearchRange? Range = null)
{
    private const int Digits = 4;

    /// <summary>The value at a position, 0 to 1.</summary>
    public string At(double position)
    {
        var unit = Math.Clamp(position, 0, 1);
        return Range is { } range
            ? Text(range.Logarithmic
                ? range.From * Math.Pow(range.To / range.From, unit)
                : range.From + (range.To - range.From) * unit)
            : Values[Math.Min((int)(unit * Values.Length), Values.Length - 1)];
    }

    /// <summary>A position that has this value; of several values the middle of its share.</summary>
    public double PositionOf(string value)
    {
        if (Range is not { } range)
            return (Math.Max(0, Values.IndexOf(value)) + 0.5) / Values.Length;
        var number = double.Parse(value, CultureInfo.InvariantCulture);
        var position = range.Logarithmic
            ? Math.Log(number / range.From) / Math.Log(range.To / range.From)
            : (number - range.From) / (range.To - range.From);
        return double.IsFinite(position) ? Math.Clamp(position, 0, 1) : 0;
    }

    private static string Text(double value) =>
        value.ToString($"G{Digits.ToString(CultureInfo.InvariantCulture)}", CultureInfo.InvariantCulture);
}
