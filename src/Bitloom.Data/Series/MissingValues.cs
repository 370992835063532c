namespace Bitloom.Data;

/// <summary>Fills short runs of missing values on the straight line between the values around them.</summary>
internal static class MissingValues
{
    /// <summary>
    /// Fills in place every run of at most <paramref name="longest"/> NaN of a column that has a value before and after
    /// it in the same run of time, and marks the rows in <paramref name="measured"/>.
    /// </summary>
    public static void Interpolate(double[] values, int columns, int[] stretches, int longest, bool[] measured)
    {
        for (var column = 0; column < columns; column++)
        {
            var known = -1;
            for (var row = 0; row < stretches.Length; row++)
            {
                if (double.IsNaN(values[row * columns + column]))
                    continue;
                var missing = row - known - 1;
                if (known >= 0 && missing > 0 && missing <= longest && stretches[known] == stretches[row])
                    Fill(values, columns, column, known, row, measured);
                known = row;
            }
        }
    }

    private static void Fill(double[] values, int columns, int column, int from, int to, bool[] measured)
    {
        var start = values[from * columns + column];
        var slope = (values[to * columns + column] - start) / (to - from);
        for (var row = from + 1; row < to; row++)
        {
            values[row * columns + column] = start + slope * (row - from);
            measured[row] = false;
        }
    }
}
