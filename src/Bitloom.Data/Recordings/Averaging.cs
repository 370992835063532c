namespace Bitloom.Data;

/// <summary>Makes recordings shorter: consecutive rows become one, their mean.</summary>
internal static class Averaging
{
    /// <summary>
    /// The averaged series; rows after the last whole group are left out. A group that lies in two stretches, or misses
    /// a value, is a row that no window may contain.
    /// </summary>
    public static TimeSeries Apply(TimeSeries series, int rows)
    {
        if (rows == 1)
            return series;
        var count = series.Rows / rows;
        var columns = series.Columns.Length;
        var averaged = new TimeSeries(series.File, series.Columns, new double[count * columns], series.Step * rows,
            new int[count], new bool[count]);
        for (var row = 0; row < count; row++)
        {
            var first = row * rows;
            var whole = series.Segments[first] >= 0 && series.Segments[first] == series.Segments[first + rows - 1];
            averaged.Segments[row] = whole ? series.Segments[first] : -1;
            averaged.Measured[row] = series.Measured[first + rows - 1];
            for (var column = 0; column < columns; column++)
                averaged.Values[row * columns + column] = Mean(series, first, rows, column);
        }

        return averaged;
    }

    private static double Mean(TimeSeries series, int first, int rows, int column)
    {
        var sum = 0.0;
        for (var row = first; row < first + rows; row++)
            sum += series[row, column];
        return sum / rows;
    }
}
