namespace Bitloom.Data;

/// <summary>A line of a text file, its number from 1.</summary>
internal readonly record struct TextLine(int Number, string Text);

/// <summary>The lines of a text file one by one, so that a long file is never in memory as text.</summary>
internal static class TextLines
{
    /// <summary>UTF-8 or UTF-16 by its byte order mark, else UTF-8; lines that are blank are left out.</summary>
    public static IEnumerable<TextLine> Of(Stream stream)
    {
        using var reader = new StreamReader(stream, leaveOpen: true);
        for (var number = 1; reader.ReadLine() is { } text; number++)
        {
            if (!string.IsNullOrWhiteSpace(text))
                yield return new TextLine(number, text);
        }
    }
}
