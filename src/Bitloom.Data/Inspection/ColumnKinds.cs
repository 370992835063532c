namespace Bitloom.Data;

/// <summary>Tells what each column of a table holds.</summary>
internal static class ColumnKinds
{
    private const int MostCategories = 50;
    private const int Shown = 5;

    public static ColumnProfile Of(ColumnCells cells, int place, TimeProfile? times, string? timeLike)
    {
        var name = cells.NameOf(place);
        var present = cells.Present(place).ToArray();
        var profile = new ColumnProfile(
            name, ColumnKind.Empty, cells.Of(place).Count() - present.Length,
            present.Distinct(StringComparer.Ordinal).Count());
        if (present.Length == 0)
            return profile;
        if (name.Length == 0)
            return profile with { Kind = ColumnKind.Unnamed };
        if (cells.IsAmbiguous(place))
            return profile with { Kind = ColumnKind.Ambiguous };
        if (name == timeLike || times?.Columns.Contains(name) == true)
            return profile with { Kind = ColumnKind.Times };
        return cells.Numbers(place) is { } values ? OfNumbers(profile, values) : OfTexts(profile, present);
    }

    private static ColumnProfile OfNumbers(ColumnProfile profile, double[] values)
    {
        double[] present = [.. values.Where(value => !double.IsNaN(value))];
        var numbers = profile with
        {
            Kind = ColumnKind.Numbers,
            Missing = values.Length - present.Length,
            Distinct = present.Distinct().Count(),
            Minimum = present.Min(),
            Maximum = present.Max(),
            Values = values,
        };
        return numbers.Distinct == 1 ? numbers with { Kind = ColumnKind.Constant }
            : CountsRows(values) ? numbers with { Kind = ColumnKind.RowNumbers }
            : numbers;
    }

    private static bool CountsRows(double[] values) =>
        Enumerable.Range(1, values.Length - 1).All(row => (values[row] - values[row - 1]).Equals(1));

    private static ColumnProfile OfTexts(ColumnProfile profile, string[] present) => profile with
    {
        Kind = profile.Distinct <= Math.Min(MostCategories, present.Length / 2)
            ? ColumnKind.Categories
            : ColumnKind.Texts,
        Examples =
        [
            .. present.CountBy(text => text, StringComparer.Ordinal).OrderByDescending(pair => pair.Value)
                .ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(Shown).Select(pair => Text.Shorten(pair.Key)),
        ],
    };
}
