namespace Bitloom.Data;

/// <summary>
/// CSV files, one recording each; all must have the columns that are used. In a folder, the class of a recording is the
/// name of the folder that it is in, unless that is the folder itself.
/// </summary>
internal static class CsvRecordings
{
    public static RecordingSet? ReadFolder(RecordingOptions options, string folder, DiagnosticBag bag)
    {
        string[] files = [];
        try
        {
            files = Files(options, folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            bag.Error("DATA011", folder, $"the folder '{folder}' cannot be read: {fault.GetType().Name}",
                "a readable folder", "check its permissions");
            return null;
        }

        if (files.Length > 0)
            return ReadFiles(options, folder, files, bag);
        bag.Error("DATA027", folder, "there is no recording in the folder",
            "CSV files, for classification in a folder for each class", "name the folder that holds the recordings");
        return null;
    }

    public static RecordingSet? ReadFiles(
        RecordingOptions options, string path, IReadOnlyList<string> files, DiagnosticBag bag)
    {
        if (options is { AnomalyWindows: not null, Time.IsEmpty: true })
        {
            bag.Error("DATA035", "data.time", "there is no time column, but a file of anomalous times",
                "the column that holds the times of the rows", "name it in data.time");
        }

        var windows = options.AnomalyWindows is { } json ? AnomalyWindows.Read(options.Directory, json, bag) : null;
        var reader = new CsvRecordingReader(options, windows, bag);
        Recording[] recordings = [.. files.Select(file => reader.Read(file, ClassOf(path, file))).OfType<Recording>()];
        return bag.HasErrors ? null : RecordingSet.Of(path, recordings[0].Series.Columns, recordings);
    }

    /// <summary>Links are not followed, so that a circle of them ends.</summary>
    private static string[] Files(RecordingOptions options, string folder)
    {
        var root = Path.Combine(options.Directory, folder);
        var walk = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden,
        };
        return [.. Directory.EnumerateFiles(root, "*", walk)
            .Where(file => file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(file => !options.Exclude.Contains(file, StringComparer.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(file => Path.Combine(folder, file).Replace('\\', '/'))];
    }

    private static string? ClassOf(string path, string file)
    {
        var folder = Path.GetDirectoryName(file)?.Replace('\\', '/') ?? "";
        return path == file || folder == path.TrimEnd('/') ? null : Path.GetFileName(folder);
    }
}
