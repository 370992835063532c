using Bitloom.Diagnostics;

namespace Bitloom.Data;

/// <summary>Reads recordings of any format, or says everything that is wrong with them.</summary>
public static class RecordingReader
{
    /// <summary>
    /// Reads a file or a folder of CSV files; arrays may have the classes of their examples in a file of their own.
    /// </summary>
    public static Checked<RecordingSet> Read(RecordingOptions options, string path, string? labels = null)
    {
        var bag = new DiagnosticBag();
        var set = Read(options, path, labels, bag);
        return set is null || bag.HasErrors
            ? Checked.Failure<RecordingSet>(bag.ToList())
            : Checked.Success(set, bag.ToList());
    }

    internal static RecordingSet? Read(RecordingOptions options, string path, string? labels, DiagnosticBag bag)
    {
        if (FormatOf(options, path) is not { } format)
        {
            bag.Error("DATA039", path, "the file's name does not tell a format",
                "a folder of CSV files, or a name ending in .csv, .tsv, .ts, .npy, .idx, ubyte or .gz",
                "rename the file, or convert it");
            return null;
        }

        return format switch
        {
            DataFormat.Ucr => UcrReader.Read(options, path, bag),
            DataFormat.Sktime => SktimeReader.Read(options, path, bag),
            DataFormat.NumPy or DataFormat.Idx => ArrayRecordings.Read(options, path, labels, bag),
            DataFormat.Csv => CsvRecordings.ReadFiles(options, path, [path], bag),
            DataFormat.CsvFolder => CsvRecordings.ReadFolder(options, path, bag),
        };
    }

    private static DataFormat? FormatOf(RecordingOptions options, string path) =>
        Directory.Exists(Path.Combine(options.Directory, path)) ? DataFormat.CsvFolder : DataFormats.OfFile(path);
}
