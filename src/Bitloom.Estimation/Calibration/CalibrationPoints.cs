using System.Collections.Immutable;
using System.Globalization;

namespace Bitloom.Estimation;

/// <summary>Measured points as a table, one a line: calibration/FAMILY.csv.</summary>
/// <param name="Tool">What synthesized them.</param>
public sealed record CalibrationPoints(string Tool, ImmutableArray<CalibrationPoint> Points)
{
    private const int OwnColumns = 6;

    private static readonly CellKind[] Kinds = Enum.GetValues<CellKind>();
    private static readonly EnginePart[] Parts = Enum.GetValues<EnginePart>();

    /// <summary>The table's text: the tool, the columns' names, the points.</summary>
    public string Write() => PointTable.Write(Tool, Columns(), Points.Select(Values));

    /// <summary>The points of a table.</summary>
    /// <exception cref="FormatException">Its columns are others: of other features.</exception>
    public static CalibrationPoints Read(string text)
    {
        var (tool, points) = PointTable.Read(text, Columns());
        return new(tool, [.. points.Select(Point)]);
    }

    private static IEnumerable<string> Columns() =>
    [
        "seed", "configuration", "lutMemory", "blockUnits", "multipliers", "picoseconds",
        .. Kinds.SelectMany(kind => Parts.Select(part => $"{kind} {part}")),
        .. EngineFeatures.Names.Select(feature => $"{feature.Part}: {feature.Name}"),
    ];

    private static IEnumerable<string> Values(CalibrationPoint point) =>
    [
        Text(point.Seed), point.Configuration, Text(point.LutMemory), Text(point.BlockUnits), Text(point.Multipliers),
        Text(point.Picoseconds), .. Kinds.SelectMany(kind => point.Cells[kind]).Select(count => Text(count)),
        .. point.Features.Select(Text),
    ];

    private static CalibrationPoint Point(string[] values)
    {
        var cells = Kinds.Index().ToImmutableDictionary(
            each => each.Item,
            each => values.Skip(OwnColumns + each.Index * Parts.Length).Take(Parts.Length).Select(Count).ToImmutableArray());
        var features = values.Skip(OwnColumns + Kinds.Length * Parts.Length)
            .Select(value => double.Parse(value, CultureInfo.InvariantCulture));
        return new(
            Count(values[0]), values[1], [.. features], cells, Count(values[2]), Count(values[3]), Count(values[4]),
            Count(values[5]));
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static int Count(string value) => int.Parse(value, CultureInfo.InvariantCulture);
}
