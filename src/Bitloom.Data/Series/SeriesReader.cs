using System.Collections.Immutable;

namespace Bitloom.Data;

/// <summary>A data file as a series: numbers, and where the series is broken.</summary>
internal static class SeriesReader
{
    /// <summary>The series; null, with the reasons in <paramref name="bag"/>, when it cannot be read.</summary>
    public static TimeSeries? Read(DataOptions options, string file, DiagnosticBag bag)
    {
        if (TableReader.Read(options, file, bag) is not { } table)
            return null;
        var values = NumberColumns.Parse(table, options, bag);
        double[]? times = null;
        if (options.Time.Length > 0 && HasTimes(table, options))
            times = TimeAxis.Parse(table, options, bag);
        return bag.HasErrors ? null : Build(file, options.NumberColumns, values, times, MissingRule.Of(options)) with
        {
            TimeTexts = times is null ? [] : [.. TimeAxis.Texts(table, options)],
        };
    }

    // A time column that the file lacks has been reported; its empty cells would only repeat that.
    private static bool HasTimes(TextTable table, DataOptions options) =>
        !options.Time.Any(column => table.AbsentColumns.Contains(column, StringComparer.Ordinal));

    /// <summary>
    /// A series of values, rows x columns, with NaN where one is missing; without times it has no gaps in time.
    /// </summary>
    public static TimeSeries Build(
        string file, ImmutableArray<string> columns, double[] values, double[]? times, MissingRule missing)
    {
        var rows = values.Length / columns.Length;
        var stretches = Stretches(rows, times);
        var measured = Enumerable.Range(0, rows).Select(row => !IsMissing(values, columns.Length, row)).ToArray();
        if (missing.Policy == MissingPolicy.Interpolate)
            MissingValues.Interpolate(values, columns.Length, stretches, missing.InterpolatedRows, measured);
        var segments = Segments(values, columns.Length, stretches);
        return new TimeSeries(file, columns, values, times is null ? 0 : TimeAxis.UsualStep(times), segments, measured);
    }

    private static bool IsMissing(double[] values, int columns, int row) =>
        values.AsSpan(row * columns, columns).ContainsAny([double.NaN]);

    private static int[] Stretches(int rows, double[]? times)
    {
        var stretches = new int[rows];
        var usual = times is null ? 0 : TimeAxis.UsualStep(times);
        for (var row = 1; row < rows; row++)
        {
            var gap = times is not null && TimeAxis.IsGap(times[row] - times[row - 1], usual);
            stretches[row] = stretches[row - 1] + (gap ? 1 : 0);
        }

        return stretches;
    }

    private static int[] Segments(double[] values, int columns, int[] stretches)
    {
        var segments = new int[stretches.Length];
        var current = -1;
        for (var row = 0; row < segments.Length; row++)
        {
            var missing = IsMissing(values, columns, row);
            var broken = row == 0 || segments[row - 1] < 0 || stretches[row] != stretches[row - 1];
            current += !missing && broken ? 1 : 0;
            segments[row] = missing ? -1 : current;
        }

        return segments;
    }
}
