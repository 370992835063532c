using System.Collections.Immutable;

namespace Bitloom.Data;

/// <summary>A column that looks like times, and why it is not taken for them.</summary>
internal sealed record TimeFault(string Column, string Text);

/// <summary>Finds the column, or the two that belong together, that says when each row was measured.</summary>
internal static class TimeColumns
{
    private static readonly string[] Names =
        ["time", "timestamp", "ts", "t", "date", "datetime", "epoch", "unixtime", "seconds", "sec", "s", "ms"];

    private static readonly DataOptions AnyTable =
        new() { Directory = "", File = "", Features = [], Targets = [], Window = new WindowSpec(1) };

    /// <summary>The first that increases from row to row; else, where there is one, why it cannot be used.</summary>
    public static (TimeProfile? Times, TimeFault? Fault) Find(TextTable table, ColumnCells cells)
    {
        TimeFault? fault = null;
        foreach (var columns in Candidates(table, cells))
        {
            var bag = new DiagnosticBag();
            if (TimeAxis.Parse(table, AnyTable with { Time = columns }, bag) is not { } times)
                continue;
            if (!bag.HasErrors)
                return (Profile(table, columns, times), null);
            fault ??= Disorder(table, columns, times);
        }

        return (null, fault);
    }

    // A date and a time of the day come in two columns as well, which alone are nothing, or do not increase.
    private static IEnumerable<ImmutableArray<string>> Candidates(TextTable table, ColumnCells cells)
    {
        int[] named = [.. Enumerable.Range(0, table.Columns.Count).Where(
            place => table.Columns[place].Length > 0 && !cells.IsAmbiguous(place) && table.Rows[0][place].Length > 0)];
        int[] texts = [.. named.Where(place => cells.Numbers(place) is null)];
        int[] numbers = [.. named.Except(texts).Where(place => HasTimeName(table, place) || HasDates(table, place))];
        foreach (var place in texts.Concat(numbers))
            yield return [table.Columns[place]];
        foreach (var date in texts)
        {
            foreach (var clock in texts.Where(place => place != date))
                yield return [table.Columns[date], table.Columns[clock]];
        }
    }

    private static bool HasTimeName(TextTable table, int place) =>
        Names.Contains(table.Columns[place], StringComparer.OrdinalIgnoreCase);

    private static bool HasDates(TextTable table, int place) => TimeFormats.All.Any(
        format => format != TimeFormat.Number && table.Rows.All(row => format.Parse(row[place]) is not null));

    private static TimeProfile Profile(TextTable table, ImmutableArray<string> columns, double[] times)
    {
        var usual = TimeAxis.UsualStep(times);
        var isDate = columns.Length > 1 || TimeFormat.Number.Parse(At(table, columns, 0)) is null
            || HasDates(table, table.IndexOf(columns[0]));
        return new TimeProfile(
            columns, usual, Steps(times).Count(step => TimeAxis.IsGap(step, usual)), At(table, columns, 0),
            At(table, columns, times.Length - 1), isDate)
        {
            Values = times,
        };
    }

    private static TimeFault Disorder(TextTable table, ImmutableArray<string> columns, double[] times)
    {
        var back = Steps(times).Select((step, index) => (step, index)).Where(pair => pair.step <= 0).ToArray();
        var (column, line) = (string.Join(' ', columns), table.Lines[back[0].index + 1]);
        return new TimeFault(columns[0], Text.Of(
            $"the times of '{column}' do not increase at {Text.Count(back.Length, "row")}, first in line {line}"));
    }

    private static IEnumerable<double> Steps(double[] times) =>
        Enumerable.Range(1, Math.Max(0, times.Length - 1)).Select(row => times[row] - times[row - 1]);

    private static string At(TextTable table, ImmutableArray<string> columns, int row) =>
        string.Join(' ', columns.Select(column => table.Rows[row][table.IndexOf(column)]));
}
