namespace Bitloom.Data;

/// <summary>Findings that need the whole series: columns that say nothing, parts without windows.</summary>
internal static class DataChecks
{
    /// <summary>The values of a column in the part's rows that are measured.</summary>
    public static double[] MeasuredValues(TimeSeries series, RowRange part, string column)
    {
        var place = series.IndexOf(column);
        return [.. Enumerable.Range(part.Start, part.Count)
            .Where(row => series.Measured[row]).Select(row => series[row, place])];
    }

    public static void ReportConstants(DataOptions options, TimeSeries series, RowRange train, DiagnosticBag bag)
    {
        foreach (var column in options.NumberColumns)
        {
            var values = MeasuredValues(series, train, column);
            if (values.Length > 0 && Array.TrueForAll(values, value => value.Equals(values[0])))
            {
                bag.Warning("DATA009", series.File,
                    Text.Of($"the column '{column}' is {values[0]} in every row of the training part"),
                    "values that vary", options.Targets.Contains(column)
                        ? $"predict another column than '{column}', or give data in which it varies"
                        : $"remove '{column}' from the project, as nothing can be learnt from it");
            }
        }
    }

    public static void ReportPart(
        string name, WindowedDataset windows, TimeSeries series, RowRange part, DataOptions options, DiagnosticBag bag)
    {
        if (windows.Count > 0)
            return;
        var spec = options.Window;
        var unbroken = LongestUnbroken(series, part);
        bag.Error("DATA010", series.File,
            $"the {name} part has no window: of its {Text.Count(part.Count, "row")}, at most {unbroken} are unbroken",
            Text.Of($"{spec.Span} unbroken rows: {spec.Window} of the window and {spec.Reach} up to the last target"),
            Remedy(series, part, unbroken));
    }

    private static string Remedy(TimeSeries series, RowRange part, int unbroken)
    {
        const string shorten =
            "give more data, another data.split, or a smaller data.window, data.horizon or data.steps";
        var worst = series.Columns.MaxBy(column => Missing(series, part, column))!;
        var missing = Missing(series, part, worst);
        return unbroken == part.Count || missing == 0
            ? shorten
            : Text.Of($"{shorten}; or drop the column '{worst}', which misses {missing} values there");
    }

    private static int Missing(TimeSeries series, RowRange part, string column)
    {
        var place = series.IndexOf(column);
        return Enumerable.Range(part.Start, part.Count).Count(row => double.IsNaN(series[row, place]));
    }

    /// <summary>Rows of the part's longest stretch without a gap or a missing value.</summary>
    public static int LongestUnbroken(TimeSeries series, RowRange part) =>
        Enumerable.Range(part.Start, part.Count)
            .Where(row => series.Segments[row] >= 0)
            .CountBy(row => series.Segments[row])
            .Select(pair => pair.Value).DefaultIfEmpty(0).Max();
}
