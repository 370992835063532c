using System.IO.Compression;
using Bitloom.Diagnostics;

namespace Bitloom.Data;

/// <summary>Opens data files, and turns what the file system answers into findings.</summary>
internal static class DataFile
{
    /// <summary>What is read from the path of a file; null, with the reason in the bag, when that is
    /// impossible.</summary>
    public static T? Read<T>(string directory, string file, string kind, DiagnosticBag bag, Func<string, T?> read)
        where T : class
    {
        var path = Path.Combine(directory, file);
        if (Directory.Exists(path))
        {
            bag.Error("DATA001", file, $"'{file}' is a folder", $"{kind}, its path relative to the project file",
                "name a file in it");
            return null;
        }

        if (!File.Exists(path))
        {
            ReportMissing(path, file, kind, bag);
            return null;
        }

        try
        {
            return read(path);
        }
        catch (InvalidDataException)
        {
            bag.Error("DATA020", file, "the compressed data are damaged", "a whole file in the gzip format",
                "fetch the file again");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            bag.Error("DATA011", file, $"the file '{file}' cannot be read: {fault.GetType().Name}",
                "a readable file", "close programs that hold the file, and check its permissions");
        }

        return null;
    }

    /// <summary>As <see cref="Read"/>, of the file's bytes: those that it holds compressed when it ends in
    /// .gz.</summary>
    public static T? ReadStream<T>(
        string directory, string file, string kind, DiagnosticBag bag, Func<Stream, T?> read)
        where T : class => Read(directory, file, kind, bag, path =>
        {
            using var stream = File.OpenRead(path);
            if (!file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
                return read(stream);
            using var plain = new GZipStream(stream, CompressionMode.Decompress);
            return read(plain);
        });

    private static void ReportMissing(string path, string file, string kind, DiagnosticBag bag)
    {
        var folder = Path.GetDirectoryName(path) ?? "";
        var expected = $"{kind}, its path relative to the project file";
        if (!Directory.Exists(folder))
        {
            bag.Error("DATA001", file, $"there is no folder '{Path.GetDirectoryName(file)}'",
                expected, "correct the path, or fetch the data");
            return;
        }

        var nearest = Nearest.To(Path.GetFileName(file), Names(folder));
        bag.Error("DATA001", file, $"there is no file '{file}'", expected,
            nearest is null ? "correct the path, or fetch the data" : $"did you mean '{nearest}'?");
    }

    private static string[] Names(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFileSystemEntries(folder).Select(name => Path.GetFileName(name))];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
