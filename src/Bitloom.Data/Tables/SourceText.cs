using System.Text;
using Bitloom.Diagnostics;

namespace Bitloom.Data;

/// <summary>The characters of a data file: UTF-8 or UTF-16 by its byte order mark, else UTF-8, else Latin-1.</summary>
internal static class SourceText
{
    public static string? Read(string directory, string file, DiagnosticBag bag)
    {
        var path = Path.Combine(directory, file);
        if (!File.Exists(path))
        {
            ReportMissing(path, file, bag);
            return null;
        }

        try
        {
            return Decode(File.ReadAllBytes(path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            bag.Error("DATA011", file, $"the file '{file}' cannot be read: {fault.GetType().Name}",
                "a readable file", "close programs that hold the file, and check its permissions");
            return null;
        }
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

    private static void ReportMissing(string path, string file, DiagnosticBag bag)
    {
        var folder = Path.GetDirectoryName(path) ?? "";
        if (!Directory.Exists(folder))
        {
            bag.Error("DATA001", file, $"there is no folder '{Path.GetDirectoryName(file)}'",
                "a CSV file, its path relative to the project file", "correct the path, or fetch the data");
            return;
        }

        var names = Directory.EnumerateFiles(folder).Select(name => Path.GetFileName(name));
        var nearest = Nearest.To(Path.GetFileName(file), names);
        bag.Error("DATA001", file, $"there is no file '{file}'",
            "a CSV file, its path relative to the project file",
            nearest is null ? "correct the path, or fetch the data" : $"did you mean '{nearest}'?");
    }
}
