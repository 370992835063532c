using Bitloom.Diagnostics;
using CsvHelper;

namespace Bitloom.Data;

/// <summary>Reads the wanted columns of a CSV file with a header and reports what is wrong with its shape.</summary>
internal static class TableReader
{
    public static TextTable? Read(DataOptions options, string file, DiagnosticBag bag) =>
        SourceText.Read(options.Directory, file, bag) is { } text ? Parse(text, options, file, bag) : null;

    public static TextTable? Parse(string text, DataOptions options, string file, DiagnosticBag bag)
    {
        if (!SourceText.IsText(text, file, bag))
            return null;
        var quote = new OpenQuote();
        using var reader = Open(text, options.Separator ?? SeparatorDetection.Detect(text), file, bag, quote);
        if (ReadHeader(reader) is not { } header)
        {
            ReportEmpty(file, "the file is empty", bag);
            return null;
        }

        string[] wanted = [.. options.Time.Concat(options.NumberColumns).Distinct(StringComparer.Ordinal)];
        var places = wanted.Select(name => Place(name, header, options, file, bag)).ToArray();
        return WithRows(ReadRows(reader, quote, header.Length, file, wanted, places, bag), bag);
    }

    /// <summary>All columns, by their places: names may be empty or repeated.</summary>
    public static TextTable? ParseAll(string text, char separator, string file, DiagnosticBag bag)
    {
        var quote = new OpenQuote();
        using var reader = Open(text, separator, file, bag, quote);
        if (ReadHeader(reader) is not { } header)
        {
            ReportEmpty(file, "the file is empty", bag);
            return null;
        }

        return WithRows(
            ReadRows(reader, quote, header.Length, file, header, [.. Enumerable.Range(0, header.Length)], bag), bag);
    }

    /// <summary>The names of the header's fields; none when the text has no header.</summary>
    public static string[] Header(string text, char? separator)
    {
        using var reader = Open(text, separator ?? SeparatorDetection.Detect(text), "", new DiagnosticBag(), new());
        return ReadHeader(reader) ?? [];
    }

    /// <summary>Whether a header names columns: some field is neither a number nor a time.</summary>
    public static bool HasNames(IReadOnlyCollection<string> header) => header.Any(
        name => name.Length > 0 && NumberText.Parse(name, '.') is null && NumberText.Parse(name, ',') is null
            && !TimeFormats.All.Any(format => format.Parse(name) is not null));

    private static TextTable? WithRows(TextTable table, DiagnosticBag bag)
    {
        if (table.Rows.Count == 0)
            ReportEmpty(table.File, "the file has a header and no rows", bag);
        return table.Rows.Count == 0 ? null : table;
    }

    private static CsvReader Open(string text, char separator, string file, DiagnosticBag bag, OpenQuote quote) =>
        CsvReader.FromText(text, new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            SkipEmptyLines = false,
            TrimWhitespace = true,
            TrackLineNumbers = true,
            OnMalformedRecord = record => ReportMalformed(record, file, bag, quote),
        });

    private static void ReportMalformed(CsvMalformedRecord record, string file, DiagnosticBag bag, OpenQuote quote)
    {
        if (record.Reason == CsvMalformedReason.UnterminatedQuote)
        {
            quote.Line = record.LineNumber;
            bag.Error("DATA012", Text.Of($"{file}:{record.LineNumber}"), "a quoted field is never closed",
                "a closing quote in the same field", "add the closing quote, or remove the opening one");
        }
    }

    private static string[]? ReadHeader(CsvReader reader)
    {
        while (reader.Read())
        {
            if (!IsBlank(reader))
                return [.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i))];
        }

        return null;
    }

    private static bool IsBlank(CsvReader reader) =>
        Enumerable.Range(0, reader.FieldCount).All(i => reader.IsEmpty(i));

    private static int Place(string name, string[] header, DataOptions options, string file, DiagnosticBag bag)
    {
        var places = Enumerable.Range(0, header.Length)
            .Where(i => string.Equals(header[i], name, StringComparison.Ordinal)).ToArray();
        if (places.Length > 1)
        {
            var numbers = string.Join(", ", places.Select(p => p + 1));
            bag.Error("DATA004", file, $"the column name '{name}' occurs {places.Length} times, in fields {numbers}",
                "a name of its own for each column that is used", "rename the columns in the file's header");
        }
        else if (places.Length == 0)
        {
            ReportNoColumn(name, header, options, file, bag);
        }

        return places.Length == 0 ? -1 : places[0];
    }

    private static void ReportNoColumn(
        string name, string[] header, DataOptions options, string file, DiagnosticBag bag)
    {
        var named = header.Where(h => h.Length > 0).ToArray();
        var key = options.Time.Contains(name, StringComparer.Ordinal) ? "data.time"
            : options.Features.Contains(name, StringComparer.Ordinal) ? "data.features" : "data.targets";
        var nearest = Nearest.To(name, named);
        bag.Error("DATA003", key, $"there is no column '{name}' in '{file}'",
            $"one of the columns {Text.List(named)}",
            nearest is not null ? $"did you mean '{nearest}'?"
                : HasNames(named) ? "use the name of a column as it is in the file's header"
                : "the file's first line holds values: put a line with the names of the columns before it");
    }

    private static TextTable ReadRows(
        CsvReader reader, OpenQuote quote, int fields, string file, string[] wanted, int[] places, DiagnosticBag bag)
    {
        var rows = new List<string[]>();
        var lines = new List<int>();
        var ragged = new List<(int Line, int Fields)>();
        var trailingBlanks = 0;
        while (reader.Read())
        {
            var blank = IsBlank(reader);
            if ((blank && reader.FieldCount == 1 && fields > 1) || quote.Line == reader.LineNumber)
                continue;
            if (reader.FieldCount != fields)
                ragged.Add(((int)reader.LineNumber, reader.FieldCount));
            trailingBlanks = blank ? trailingBlanks + 1 : 0;
            rows.Add([.. places.Select(p => p >= 0 && p < reader.FieldCount ? reader.GetString(p) : "")]);
            lines.Add((int)reader.LineNumber);
        }

        ReportRagged(file, ragged, rows.Count, fields, bag);
        // Spreadsheets leave rows of bare separators after the last row of data.
        rows.RemoveRange(rows.Count - trailingBlanks, trailingBlanks);
        var absent = wanted.Where((_, i) => places[i] < 0).ToArray();
        return new TextTable(file, wanted, absent, rows, lines);
    }

    // Lines with a title before the header are one finding, not one for each row.
    private static void ReportRagged(
        string file, List<(int Line, int Fields)> ragged, int rows, int fields, DiagnosticBag bag)
    {
        if (ragged.Count > 2 && ragged.Count * 10 >= rows * 9
            && ragged.TrueForAll(row => row.Fields == ragged[0].Fields))
        {
            bag.Error("DATA005", Text.Of($"{file}:{ragged[0].Line}"),
                Text.Of($"the first line has {Text.Count(fields, "field")}, and ")
                    + Text.Of($"{ragged.Count} of {rows} lines below have {ragged[0].Fields}"),
                "a header with a name for each field in the first line",
                "remove what stands before the header, or set data.separator");
            return;
        }

        foreach (var (line, count) in ragged)
            ReportRagged(Text.Of($"{file}:{line}"), count, fields, bag);
    }

    private static void ReportRagged(string location, int found, int expected, DiagnosticBag bag) =>
        bag.Error("DATA005", location, $"the row has {Text.Count(found, "field")}",
            Text.Of($"{Text.Count(expected, "field")}, as the header has"),
            "correct the row, quote fields that contain the separator, or set data.separator");

    private static void ReportEmpty(string file, string found, DiagnosticBag bag) =>
        bag.Error("DATA002", file, found, "a header line and at least one row of data", "name a file that holds data");

    // All behind an open quote is one field: nothing more is to be said of it.
    private sealed class OpenQuote
    {
        public long Line { get; set; } = -1;
    }
}
