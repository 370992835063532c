using System.Globalization;

namespace Bitloom.Data;

/// <summary>The ways in which a time column may be written, most usual first.</summary>
internal static class TimeFormats
{
    private static readonly string[] Dates =
    [
        "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "M/d/yyyy", "d/M/yyyy", "d.M.yyyy", "M-d-yyyy", "d-M-yyyy", "yyyyMMdd",
        "d-MMM-yyyy", "d MMM yyyy", "MMM d yyyy", "MMM d, yyyy", "M/d/yy", "d/M/yy", "d.M.yy",
    ];

    private static readonly string[] Times =
    [
        "", " H:mm", " H:mm:ss.FFFFFFFK", "'T'H:mmK", "'T'H:mm:ss.FFFFFFFK", " H.mm", " H.mm.ss", " h:mm tt",
        " h:mm:ss tt", " HHmm", " HHmmss", " H:mmK", " H:mm:ss.FFFFFFF K",
    ];

    /// <summary>Every format; a date alone and a month come before plain numbers.</summary>
    public static IReadOnlyList<TimeFormat> All { get; } =
    [
        .. Dates.SelectMany(date => Times.Select(time => TimeFormat.OfDate(date + time))),
        TimeFormat.OfDate("yyyy-M"), TimeFormat.OfDate("yyyyMMddHHmmss"), TimeFormat.OfDate("yyyyMMddHHmm"),
        TimeFormat.Number,
    ];
}

/// <summary>One way to write a time. Ticks are exact for dates; numbers count in units of their own.</summary>
internal sealed record TimeFormat(string Pattern, Func<string, double?> Parse)
{
    public static TimeFormat Number { get; } = new("a number", ParseNumber);

    public static TimeFormat OfDate(string pattern) => new(pattern.Replace("'", "", StringComparison.Ordinal),
        text => ParseDate(text, pattern));

    /// <summary>Seconds since 1970, exact to the microsecond for the times that sensors record.</summary>
    private static double? ParseDate(string text, string pattern) =>
        DateTimeOffset.TryParseExact(text, pattern, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? (time.UtcTicks - DateTime.UnixEpoch.Ticks) / (double)TimeSpan.TicksPerSecond
            : null;

    private static double? ParseNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value) ? value : null;
}
