namespace Bitloom.Data;

/// <summary>Reads the column that says of each row whether it is anomalous.</summary>
internal static class AnomalyLabels
{
    public static bool[] Parse(TextTable table, string column, DiagnosticBag bag)
    {
        var place = table.IndexOf(column);
        if (table.Rows.Count > 1 && table.Rows.All(row => ClassName.Number(row[place]) is null))
        {
            // One finding, not one for each row.
            bag.Error("DATA029", table.Location(0),
                $"no cell of the column '{column}' is an anomaly label, the first is "
                    + $"'{Text.Shorten(table.Rows[0][place])}'",
                "1 for an anomalous row, 0 for any other", "write 1 and 0 in place of texts, or name another column");
            return new bool[table.Rows.Count];
        }

        var labels = new bool[table.Rows.Count];
        for (var row = 0; row < labels.Length; row++)
        {
            var cell = table.Rows[row][place];
            var value = ClassName.Number(cell);
            labels[row] = value == 1;
            if (value is not (0 or 1))
                Report(cell, column, table.Location(row), bag);
        }

        return labels;
    }

    private static void Report(string cell, string column, string location, DiagnosticBag bag) =>
        bag.Error("DATA029", location, $"'{Text.Shorten(cell)}' in column '{column}' is not an anomaly label",
            "1 for an anomalous row, 0 for any other", "correct the cell, or name another column");
}
