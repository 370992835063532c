namespace Bitloom.Data;

/// <summary>
/// Comments before the data, lines that begin with #. Where the first other line holds numbers, the last comment is the
/// header, as in "# Columns: time,avg_rss12"; blank lines stand for the others, so that line numbers stay.
/// </summary>
internal static class CommentedHeader
{
    public static string Uncover(string text)
    {
        var (header, data) = (-1, 0);
        while (data < text.Length && EndOfLine(text, data) is var end)
        {
            var line = text.AsSpan(data, end - data).Trim();
            if (!line.IsEmpty && !IsComment(line))
                break;
            header = line.IsEmpty ? header : data;
            data = Math.Min(end + 1, text.Length);
        }

        if (header < 0)
            return text;
        var kept = HasNumber(text.AsSpan(data, EndOfLine(text, data) - data)) ? header : data;
        return Blank(text, kept) + (kept == data ? text[data..] : Names(text[kept..]));
    }

    private static int EndOfLine(string text, int start)
    {
        var end = text.IndexOf('\n', start);
        return end < 0 ? text.Length : end;
    }

    /// <summary>An index column may have been put before the mark.</summary>
    private static bool IsComment(ReadOnlySpan<char> line) => line.TrimStart(",;\t ").StartsWith("#");

    private static bool HasNumber(ReadOnlySpan<char> line)
    {
        foreach (var field in line.SplitAny(",;\t| "))
        {
            if (ClassName.Number(line[field].Trim().ToString()) is not null)
                return true;
        }

        return false;
    }

    private static string Blank(string text, int end) => new('\n', text.AsSpan(0, end).Count('\n'));

    private static string Names(string text)
    {
        const string columns = "Columns:";
        var mark = text.IndexOf('#', StringComparison.Ordinal);
        var names = text.AsSpan(mark + 1).TrimStart(" \t");
        if (names.StartsWith(columns, StringComparison.OrdinalIgnoreCase))
            names = names[columns.Length..].TrimStart(" \t");
        return string.Concat(text.AsSpan(0, mark), names);
    }
}
