namespace Bitloom.Data;

/// <summary>Turns the cells of number columns into numbers; a missing value becomes NaN.</summary>
internal static class NumberColumns
{
    /// <summary>The texts that always stand for a missing value, in any case.</summary>
    public static readonly string[] AlwaysMissing = ["", "NA", "N/A", "NaN", "null"];

    /// <summary>Row-major, rows x columns.</summary>
    public static double[] Parse(TextTable table, DataOptions options, DiagnosticBag bag)
    {
        var columns = options.NumberColumns;
        var places = columns.Select(table.IndexOf).ToArray();
        var missing = new MissingMarkers(options.Missing, AlwaysMissing);
        var mark = options.Decimal ?? DetectDecimal(table, places);
        var values = new double[table.Rows.Count * columns.Length];
        var texts = places.Select((place, c) => IsText(table, place, columns[c], mark, missing, bag)).ToArray();
        for (var row = 0; row < table.Rows.Count; row++)
        {
            for (var c = 0; c < columns.Length; c++)
            {
                if (texts[c])
                    continue;
                var cell = table.Rows[row][places[c]];
                values[row * columns.Length + c] = missing.Contains(cell)
                    ? double.NaN
                    : Number(cell, mark, table.Location(row), columns[c], bag, missing);
            }
        }

        return values;
    }

    // A column that holds no number is one finding, not one for each of its cells.
    private static bool IsText(
        TextTable table, int place, string column, char mark, MissingMarkers missing, DiagnosticBag bag)
    {
        int[] rows = [.. Enumerable.Range(0, table.Rows.Count).Where(row => !missing.Contains(table.Rows[row][place]))];
        if (rows.Length < 2 || Array.Exists(rows, row => NumberText.Parse(table.Rows[row][place], mark) is not null))
            return false;
        var other = mark == '.' ? ',' : '.';
        bag.Error("DATA006", table.Location(rows[0]),
            $"no cell of the column '{column}' is a number, the first is '{Text.Shorten(table.Rows[rows[0]][place])}'",
            $"numbers with decimal mark '{mark}'",
            Array.TrueForAll(rows, row => NumberText.Parse(table.Rows[row][place], other) is not null)
                ? $"set data.decimal to '{other}'"
                : "name columns of numbers; texts can be used when each is written as a number, such as 0 and 1");
        return true;
    }

    /// <summary>A comma when some number has one and none has a point.</summary>
    private static char DetectDecimal(TextTable table, int[] places)
    {
        var comma = false;
        foreach (var row in table.Rows)
        {
            foreach (var place in places)
            {
                if (row[place].Contains('.', StringComparison.Ordinal))
                    return '.';
                comma |= row[place].Contains(',', StringComparison.Ordinal);
            }
        }

        return comma ? ',' : '.';
    }

    private static double Number(
        string cell, char mark, string location, string column, DiagnosticBag bag, MissingMarkers missing)
    {
        if (NumberText.Parse(cell, mark) is { } value)
            return missing.Contains(value) ? double.NaN : value;
        bag.Error("DATA006", location, $"'{Text.Shorten(cell)}' in column '{column}' is not a number",
            $"a number with decimal mark '{mark}', or a missing marker",
            "correct the cell, set data.decimal, or add the text to data.missing");
        return double.NaN;
    }
}
