using System.Collections.Immutable;
using System.Globalization;

namespace Bitloom.Estimation;

/// <summary>Measured paths as a table, one a line: calibration/timing-FAMILY.csv.</summary>
/// <param name="Tool">What measured them.</param>
public sealed record TimingPoints(string Tool, ImmutableArray<TimingPoint> Points)
{
    private const int OwnColumns = 4;

    /// <summary>The table's text: the tool, the columns' names, the points.</summary>
    public string Write() => PointTable.Write(Tool, Columns(), Points.Select(Values));

    /// <summary>The points of a table.</summary>
    /// <exception cref="FormatException">Its columns are others: of other features.</exception>
    public static TimingPoints Read(string text)
    {
        var (tool, points) = PointTable.Read(text, Columns());
        return new(tool, [.. points.Select(Point)]);
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

    private static TimingPoint Point(string[] values)
    {
        return new(
            Count(values[0]), values[1], Enum.Parse<EnginePart>(values[2]), Count(values[3]),
            [.. values.Skip(OwnColumns).Select(value => double.Parse(value, CultureInfo.InvariantCulture))]);
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static int Count(string value) => int.Parse(value, CultureInfo.InvariantCulture);
}
