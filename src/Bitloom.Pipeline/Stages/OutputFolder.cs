using Bitloom.Diagnostics;

namespace Bitloom.Pipeline;

/// <summary>Whether results can be written, found out before the work and without making the folder.</summary>
internal static class OutputFolder
{
    /// <summary>The fault of a folder that exists or would have to be made; none when it is not known.</summary>
    public static IEnumerable<Diagnostic> Check(string? folder)
    {
        if (folder is null)
            return [];
        var nearest = folder;
        while (!Path.Exists(nearest) && Path.GetDirectoryName(nearest) is { } parent)
            nearest = parent;
        if (File.Exists(nearest))
            return [Occupied(folder, nearest)];
        return TryWrite(nearest) ? [] : [Unwritable(folder, nearest)];
    }

    // Permissions do not tell all (read-only and special file systems): only a file does, and it goes at once.
    private static bool TryWrite(string folder)
    {
        try
        {
            using var probe = new FileStream(
                Path.Combine(folder, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.Write, FileShare.None,
                bufferSize: 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static Diagnostic Occupied(string folder, string file) => Diagnostic.Error(
        "OUTPUT001", folder, file == folder ? "a file is in the place of the output folder" : $"{file} is a file",
        "a folder for the results, or a path at which one can be made", "move the file, or choose another --output");

    private static Diagnostic Unwritable(string folder, string nearest) => Diagnostic.Error(
        "OUTPUT002", folder, $"no file can be written in {nearest}", "a folder in which files can be made",
        "check its permissions and the space left, or choose another --output");
}
