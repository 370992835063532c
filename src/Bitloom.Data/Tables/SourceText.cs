using System.Text;

namespace Bitloom.Data;

/// <summary>The characters of a data file: UTF-8 or UTF-16 by its byte order mark, else UTF-8, else Latin-1.</summary>
internal static class SourceText
{
    public static string? Read(string directory, string file, DiagnosticBag bag, string kind = "a CSV file") =>
        DataFile.Read(directory, file, kind, bag, path => Decode(File.ReadAllBytes(path)));

    /// <summary>Whether a table can be in the file at all: archives and workbooks have zeros between their
    /// letters.</summary>
    public static bool IsText(string text, string file, DiagnosticBag bag)
    {
        if (!text.Contains('\0', StringComparison.Ordinal))
            return true;
        bag.Error("DATA043", file, "the file is not text",
            "a CSV file: a header line with names, and rows of data below it, separated by , ; | or tabs",
            "export the data as CSV, or name another file");
        return false;
    }

    private static string Decode(byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..])
            return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
        if (bytes is [0xFE, 0xFF, ..])
            return Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2);
        var start = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes, start, bytes.Length - start);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }
}
