namespace Bitloom.Data;

/// <summary>Reads the time of every row, with the one format that fits the whole column.</summary>
internal static class TimeAxis
{
    private const int Sample = 1000;

    /// <summary>
    /// A time a row, in seconds or in the column's own unit, or null when the column cannot be read. Times that do not
    /// increase are errors where they must be <paramref name="ordered"/>, else gaps, of which one warning tells.
    /// </summary>
    public static double[]? Parse(TextTable table, DataOptions options, DiagnosticBag bag, bool ordered = true)
    {
        var texts = Texts(table, options);
        var fitting = TimeFormats.All.Select(format => ParseAll(texts, format)).OfType<double[]>().ToArray();
        if (fitting.Length == 0)
        {
            ReportUnreadable(texts, table, bag);
            return null;
        }

        // 01/02 fits day-month and month-day: the reading with the most regular steps is the one that was meant.
        var times = fitting.MinBy(Irregularity)!;
        if (ordered)
            ReportDisorder(times, texts, table, bag);
        else
            WarnOfDisorder(times, table, bag);
        return times;
    }

    /// <summary>The time of each row as it is written.</summary>
    public static string[] Texts(TextTable table, DataOptions options)
    {
        var places = options.Time.Select(table.IndexOf).ToArray();
        return [.. table.Rows.Select(row => string.Join(' ', places.Select(place => row[place])))];
    }

    /// <summary>The usual step: the median of the increasing ones, or 0 when there is none.</summary>
    public static double UsualStep(double[] times)
    {
        var steps = Enumerable.Range(1, Math.Max(0, times.Length - 1))
            .Select(i => times[i] - times[i - 1]).Where(step => step > 0).Order().ToArray();
        return steps.Length == 0 ? 0 : steps[(steps.Length - 1) / 2];
    }

    /// <summary>True when the step is not the usual one; the margin has room for months and years.</summary>
    public static bool IsGap(double step, double usual) => step > 1.5 * usual || step < 0.5 * usual;

    /// <summary>How many steps are gaps or go back; among equals, how many are not the usual step exactly.</summary>
    private static (int Gaps, int Uneven) Irregularity(double[] times)
    {
        var usual = UsualStep(times);
        var steps = Enumerable.Range(1, Math.Max(0, times.Length - 1)).Select(i => times[i] - times[i - 1]).ToArray();
        return (steps.Count(step => IsGap(step, usual) || step <= 0), steps.Count(step => !step.Equals(usual)));
    }

    private static double[]? ParseAll(string[] texts, TimeFormat format)
    {
        var times = new double[texts.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            if (format.Parse(texts[i]) is not { } time)
                return null;
            times[i] = time;
        }

        return times;
    }

    private static void ReportUnreadable(string[] texts, TextTable table, DiagnosticBag bag)
    {
        var best = TimeFormats.All.MaxBy(format => texts.Take(Sample).Count(text => format.Parse(text) is not null))!;
        var fits = texts.Take(Sample).Any(text => best.Parse(text) is not null);
        var expected = fits ? $"a time written as {best.Pattern}, like the other rows" : "a date, a time or a number";
        for (var row = 0; row < texts.Length; row++)
        {
            if (best.Parse(texts[row]) is null)
            {
                bag.Error("DATA007", table.Location(row), $"'{Text.Shorten(texts[row])}' is not a time", expected,
                    "write all times in one format, such as 2016-01-31 17:05:00");
            }
        }
    }

    private static void ReportDisorder(double[] times, string[] texts, TextTable table, DiagnosticBag bag)
    {
        for (var row = 1; row < times.Length; row++)
        {
            if (times[row] <= times[row - 1])
            {
                bag.Error("DATA008", table.Location(row),
                    $"the time '{texts[row]}' does not come after '{texts[row - 1]}' of the row before",
                    "times that increase from row to row", "sort the rows by time and remove duplicates");
            }
        }
    }

    private static void WarnOfDisorder(double[] times, TextTable table, DiagnosticBag bag)
    {
        int[] back = [.. Enumerable.Range(1, Math.Max(0, times.Length - 1)).Where(row => times[row] <= times[row - 1])];
        if (back.Length > 0)
        {
            bag.Warning("DATA032", table.Location(back[0]),
                $"the time does not increase at {Text.Count(back.Length, "row")}, of which this is the first",
                "times that increase from row to row", "nothing, if it is known: each such row begins a new stretch");
        }
    }
}
