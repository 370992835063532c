using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Bitloom.Estimation;

/// <summary>Measured paths as a table, one a line: calibration/timing-FAMILY.csv.</summary>
/// <param name="Tool">What measured them.</param>
public sealed record TimingPoints(string Tool, ImmutableArray<TimingPoint> Points)
{
    private const char Separator = ';';
    private const int OwnColumns = 4;

    /// <summary>The table's text: the tool, the columns' names, the points.</summary>
    public string Write()
    {
        var text = new StringBuilder(Tool).Append('\n').AppendJoin(Separator, Columns()).Append('\n');
        foreach (var point in Points)
            text.AppendJoin(Separator, Values(point)).Append('\n');
        return text.ToString();
    }

    /// <summary>The points of a table.</summary>
    /// <exception cref="FormatException">Its columns are others: of other features.</exception>
    public static TimingPoints Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length < 2 || !lines[1].Split(Separator).SequenceEqual(Columns()))
            throw new FormatException("the columns are not those of this version: measure the points again");
        return new(lines[0], [.. lines.Skip(2).Select(Point)]);
    }

    private static IEnumerable<string> Columns() =>
    [
        "seed", "configuration", "path", "picoseconds",
        .. TimingFeatures.All.Select(feature => $"{feature.Path}: {feature.Name}"),
    ];

    private static IEnumerable<string> Values(TimingPoint point) =>
    [
        Text(point.Seed), point.Configuration, point.Path.ToString(), Text(point.Picoseconds),
        .. point.Features.Select(Text),
    ];

    private static TimingPoint Point(string line)
    {
        var values = line.Split(Separator);
        return new(
            Count(values[0]), values[1], Enum.Parse<EnginePart>(values[2]), Count(values[3]),
            [.. values.Skip(OwnColumns).Select(value => double.Parse(value, CultureInfo.InvariantCulture))]);
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static int Count(string value) => int.Parse(value, CultureInfo.InvariantCulture);
}
