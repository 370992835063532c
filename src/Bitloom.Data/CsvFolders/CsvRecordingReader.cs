using System.Collections.Immutable;

namespace Bitloom.Data;

/// <summary>Reads CSV files as recordings with the columns of the first of them.</summary>
internal sealed class CsvRecordingReader(RecordingOptions options, AnomalyWindows? windows, DiagnosticBag bag)
{
    private ImmutableArray<string> features = options.Features;

    public Recording? Read(string file, string? name)
    {
        if (SourceText.Read(options.Directory, file, bag) is not { } source)
            return null;
        var text = CommentedHeader.Uncover(source);
        var header = TableReader.Header(text, options.Separator);
        if (!ChooseFeatures(text, header, file))
            return null;
        var label = options.AnomalyColumn is { } column && header.Contains(column, StringComparer.Ordinal)
            ? column : null;
        var table = TableReader.Parse(text, options.ForTable(file, features, label), file, bag);
        return table is null || table.AbsentColumns.Count > 0 ? null : Build(table, file, name, label);
    }

    private Recording? Build(TextTable table, string file, string? name, string? label)
    {
        var rules = options.ForTable(file, features, null);
        var values = NumberColumns.Parse(table, rules, bag);
        var times = options.Time.IsEmpty ? null : TimeAxis.Parse(table, rules, bag, ordered: false);
        var anomalies = label is not null ? AnomalyLabels.Parse(table, label, bag)
            : times is not null && windows is not null ? windows.Mark(file, times, bag) : null;
        if (bag.HasErrors)
            return null;
        var series = SeriesReader.Build(
            file, features, values, options.BreakAtGaps ? times : null, MissingRule.Of(options));
        return new Recording(series, name, anomalies);
    }

    private bool ChooseFeatures(string text, string[] header, string file)
    {
        if (features.IsEmpty)
            features = NumericColumns(text, header);
        if (!features.IsEmpty)
            return true;
        bag.Error("DATA028", file, "no column of the file holds numbers", "a header, and columns of numbers below it",
            "name the columns in data.features");
        return false;
    }

    /// <summary>The columns with a name whose first cell is a number, besides time and labels.</summary>
    private ImmutableArray<string> NumericColumns(string text, string[] header)
    {
        string[] other = [.. options.Time, options.AnomalyColumn ?? ""];
        ImmutableArray<string> named = [.. header.Where(h => h.Length > 0 && !other.Contains(h, StringComparer.Ordinal))
            .Distinct(StringComparer.Ordinal)];
        var silent = new DiagnosticBag();
        var table = TableReader.Parse(text, options.ForTable("", named, null), "", silent);
        var first = table?.Rows[0] ?? [];
        return [.. named.Where((column, _) => table is not null && IsNumber(first[table.IndexOf(column)]))];
    }

    private bool IsNumber(string cell) =>
        ClassName.Number(options.Decimal == ',' ? cell.Replace(',', '.') : cell) is not null;
}
