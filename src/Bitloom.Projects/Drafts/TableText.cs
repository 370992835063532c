using System.Globalization;
using Bitloom.Data;

namespace Bitloom.Projects;

/// <summary>What was found out about a CSV file, as comments and keys of the section <c>data</c>.</summary>
public static class TableText
{
    private const int MostNamed = 12;

    private static readonly (double Seconds, string Unit)[] Units =
        [(86400, "day"), (3600, "hour"), (60, "minute"), (1, "second"), (1e-3, "millisecond")];

    /// <summary>The file's name, rows and columns.</summary>
    public static string Origin(TableProfile profile) =>
        $"{Path.GetFileName(profile.File)}: {DraftText.Count(profile.Rows, "row")}, "
        + DraftText.Count(profile.Columns.Length, "column");

    /// <summary>The time column with what was found out about it.</summary>
    public static string Time(TableProfile profile, ForecastPlan plan) => (plan.Time.IsEmpty, profile.Time) switch
    {
        (false, { } time) => DraftText.Comment(Pace(time) + ".") + (plan.Time.Length == 1
            ? $"  time: {DraftText.Name(plan.Time[0])}\n"
            : DraftText.List("time", plan.Time)),
        _ => DraftText.Comment($"No time column: {WhyNoTime(profile)}. Rows are taken as evenly spaced."),
    };

    /// <summary>The features, and what is not used, and why.</summary>
    public static string Features(TableProfile profile, IReadOnlyList<string> features, IEnumerable<string> used)
    {
        var names = used.ToHashSet(StringComparer.Ordinal);
        string[] left = [.. profile.Columns.Where(column => column.Name.Length > 0 && !names.Contains(column.Name))
            .Select(column => $"{column.Name.ReplaceLineEndings(" ")} ({Why(column, profile.Rows)})")
            .Distinct(StringComparer.Ordinal)];
        var more = left.Length > MostNamed ? ", ..." : "";
        var rest = left.Length == 0 ? "" : $" Not used: {string.Join(", ", left.Take(MostNamed))}{more}.";
        return DraftText.Comment($"What the model reads.{rest}") + DraftText.List("features", features);
    }

    private static string WhyNoTime(TableProfile profile) => profile.TimeFault
        ?? (profile.Time is null ? "there is none that says when a row was measured" : "the steps are too irregular");

    private static string Why(ColumnProfile column, int rows) =>
        column.Kind == ColumnKind.Numbers && column.IsSparse(rows)
            ? $"{DraftText.Count(column.Missing, "value")} missing"
        : column.IsLabel ? "labels"
        : ColumnText.Of(column.Kind);

    /// <summary>How missing values, separators and decimal marks are read, where that is not the usual way.</summary>
    public static string Reading(TableProfile profile, MissingPolicy policy)
    {
        var text = profile.Missing.IsEmpty ? "" : "  # What stands for a missing value, besides empty fields and NA.\n"
            + DraftText.List("missing", [.. profile.Missing]);
        text += policy == MissingPolicy.Interpolate
            ? "  # Up to three missing values in a row are filled on a straight line; `gap` breaks the series there.\n"
                + "  missingPolicy: interpolate\n"
            : "";
        var separator = profile.Separator == '\t' ? "tab" : $"\"{profile.Separator}\"";
        text += profile.Separator == ',' ? "" : $"  separator: {separator}\n";
        return text + (profile.Decimal == '.' ? "" : "  decimal: \",\"\n");
    }

    /// <summary>How often a row was measured, from when to when.</summary>
    public static string Pace(TimeProfile time)
    {
        var gaps = time.Gaps == 0 ? "no gaps" : DraftText.Count(time.Gaps, "gap");
        return $"A row every {Step(time)} from {time.First} to {time.Last}, {gaps}";
    }

    private static string Step(TimeProfile time)
    {
        if (!time.IsDate)
            return time.Step.ToString("0.######", CultureInfo.InvariantCulture);
        var (seconds, unit) = Units.FirstOrDefault(entry => time.Step >= entry.Seconds * (1 - 1e-9), Units[^1]);
        var count = time.Step / seconds;
        return Math.Abs(count - 1) < 1e-9
            ? unit
            : string.Create(CultureInfo.InvariantCulture, $"{count:0.###} {unit}s");
    }
}
