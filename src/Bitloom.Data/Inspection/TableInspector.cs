using Bitloom.Diagnostics;

namespace Bitloom.Data;

/// <summary>Looks at a CSV file of which nothing is known but its name.</summary>
public static class TableInspector
{
    private const string Header = "a header line with names, and rows of data below it, separated by , ; | or tabs";

    /// <summary>What the file holds, or everything that is wrong with its shape.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">As the user named it.</param>
    public static Checked<TableProfile> Inspect(string path, string name)
    {
        var bag = new DiagnosticBag();
        var profile = SourceText.Read("", path, bag) is { } text ? Inspect(text, name, bag) : null;
        return profile is null || bag.HasErrors
            ? Checked.Failure<TableProfile>(bag.ToList())
            : Checked.Success(profile, bag.ToList());
    }

    private static TableProfile? Inspect(string text, string name, DiagnosticBag bag)
    {
        if (!SourceText.IsText(text, name, bag))
            return null;
        var separator = SeparatorDetection.Detect(text);
        if (TableReader.ParseAll(text, separator, name, bag) is not { } table || bag.HasErrors)
            return null;
        if (!TableReader.HasNames([.. table.Columns]))
        {
            var line = string.Join(
                separator, Enumerable.Range(1, table.Columns.Count).Select(place => Text.Of($"c{place}")));
            bag.Error("DATA044", $"{name}:1", "the first line holds values, and no names of columns", Header,
                $"add a first line, such as {Text.Shorten(line)}");
            return null;
        }

        return Inspect(table, separator);
    }

    private static TableProfile Inspect(TextTable table, char separator)
    {
        var cells = new ColumnCells(table);
        var (times, fault) = TimeColumns.Find(table, cells);
        return new TableProfile(
            table.File, table.Rows.Count, separator, cells.Decimal,
            [.. Enumerable.Range(0, table.Columns.Count)
                .Select(place => ColumnKinds.Of(cells, place, times, fault?.Column))],
            cells.Markers)
        {
            Time = times,
            TimeFault = fault?.Text,
        }.WithoutRepeats();
    }

    // Needs the values of all columns.
    private static TableProfile WithoutRepeats(this TableProfile profile)
    {
        var seen = new List<ColumnProfile>();
        foreach (var column in profile.Columns)
        {
            var first = column.Kind != ColumnKind.Numbers ? null : seen.Find(
                other => other.Kind == ColumnKind.Numbers && other.Values.AsSpan().SequenceEqual(column.Values));
            seen.Add(first is null ? column : column with { Kind = ColumnKind.Duplicate, SameAs = first.Name });
        }

        return profile with { Columns = [.. seen] };
    }
}
