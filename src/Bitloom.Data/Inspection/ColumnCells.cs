using System.Collections.Immutable;

namespace Bitloom.Data;

/// <summary>The cells of a table by column, with what holds for all of them: decimal mark and missing values.</summary>
internal sealed class ColumnCells
{
    private const double LeastShareOfNumbers = 0.5;
    private const int MostMarkers = 3;

    // What loggers write where they measured nothing.
    private static readonly double[] Sentinels = [-99, -200, -999, -9999, -99999, -999999, 9999, 99999, 999999];

    private readonly TextTable table;
    private readonly MissingMarkers always = new([], NumberColumns.AlwaysMissing);
    private readonly MissingMarkers missing;

    public ColumnCells(TextTable table)
    {
        this.table = table;
        Decimal = DetectDecimal();
        var places = Enumerable.Range(0, table.Columns.Count).ToArray();
        Markers =
        [
            .. places.SelectMany(TextMarkers).Concat(places.SelectMany(NumberMarkers))
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        missing = new(Markers, NumberColumns.AlwaysMissing);
    }

    public char Decimal { get; }

    public ImmutableArray<string> Markers { get; }

    public string NameOf(int place) => table.Columns[place];

    public bool IsAmbiguous(int place) => table.Columns.Count(name => name == table.Columns[place]) > 1;

    public IEnumerable<string> Of(int place) => table.Rows.Select(row => row[place]);

    /// <summary>The texts that stand for something.</summary>
    public IEnumerable<string> Present(int place) => Of(place).Where(cell => !missing.Contains(cell));

    /// <summary>The numbers of a column, NaN where one is missing; null when it holds something else.</summary>
    public double[]? Numbers(int place)
    {
        var values = new double[table.Rows.Count];
        var any = false;
        for (var row = 0; row < values.Length; row++)
        {
            var cell = table.Rows[row][place];
            var value = missing.Contains(cell) ? double.NaN : NumberText.Parse(cell, Decimal);
            if (value is null)
                return null;
            values[row] = missing.Contains(value.Value) ? double.NaN : value.Value;
            any |= !double.IsNaN(values[row]);
        }

        return any ? values : null;
    }

    // As the reader: a comma only where no number has a point.
    private char DetectDecimal()
    {
        var places = Enumerable.Range(0, table.Columns.Count).ToArray();
        var points = places.Any(
            place => Mostly(place, '.') && Of(place).Any(cell => cell.Contains('.', StringComparison.Ordinal)));
        return !points && places.Any(place => Mostly(place, ',') && !Mostly(place, '.')) ? ',' : '.';
    }

    private bool Mostly(int place, char mark)
    {
        var present = Of(place).Where(cell => !always.Contains(cell)).ToArray();
        var numbers = present.Count(cell => NumberText.Parse(cell, mark) is not null);
        return numbers > 0 && numbers >= LeastShareOfNumbers * present.Length;
    }

    // A few different texts among many numbers.
    private IEnumerable<string> TextMarkers(int place)
    {
        if (!Mostly(place, Decimal))
            return [];
        string[] others = [.. Of(place)
            .Where(cell => !always.Contains(cell) && NumberText.Parse(cell, Decimal) is null).Distinct()];
        return others.Length <= MostMarkers ? others : [];
    }

    // A known sentinel that occurs more than once, farther from all other numbers than these are from each other.
    private IEnumerable<string> NumberMarkers(int place)
    {
        double[] numbers = [.. Of(place).Select(cell => NumberText.Parse(cell, Decimal)).OfType<double>()];
        foreach (var sentinel in Sentinels.Where(sentinel => numbers.Count(number => number.Equals(sentinel)) > 1))
        {
            double[] rest = [.. numbers.Where(number => !Sentinels.Contains(number))];
            if (rest.Length > 0 && Distance(sentinel, rest) > 0.25 * (rest.Max() - rest.Min()))
                yield return Text.Of($"{sentinel}");
        }
    }

    private static double Distance(double sentinel, double[] rest) =>
        sentinel < 0 ? rest.Min() - sentinel : sentinel - rest.Max();
}
