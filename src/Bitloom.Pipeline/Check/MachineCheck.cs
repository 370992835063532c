using Bitloom.Diagnostics;

namespace Bitloom.Pipeline;

/// <summary>Whether the machine has room for results and for compiled simulators.</summary>
internal static class MachineCheck
{
    // A build with a netlist of an XC7S15 leaves 40 MB, a compiled simulator 10.
    private const long LeastBytes = 200_000_000;

    /// <param name="freeSpace">Bytes that can still be written at a path; null: that cannot be told.</param>
    public static IEnumerable<Diagnostic> Of(string? output, string simulators, Func<string, long?> freeSpace)
    {
        if (output is not null && freeSpace(output) is { } left and < LeastBytes)
            yield return Short(output, left, "make space, or choose another --output");
        if (freeSpace(simulators) is { } cached and < LeastBytes)
            yield return Short(simulators, cached, "make space, or name another folder in XDG_CACHE_HOME");
        foreach (var fault in OutputFolder.Check(simulators))
            yield return fault with
            {
                Expected = "a folder for compiled simulators, or a path at which one can be made",
                Remedy = "check its permissions, or name another folder in XDG_CACHE_HOME",
            };
        if (!Directory.Exists(Path.GetTempPath()))
            yield return Diagnostic.Error(
                "OUTPUT007", Path.GetTempPath(), "the folder for temporary files is not there",
                "a folder in which files can be made", "make it, or name another one in TMPDIR");
    }

    private static Diagnostic Short(string folder, long bytes, string remedy) => Diagnostic.Warning(
        "OUTPUT006", folder,
        FormattableString.Invariant($"only {bytes / 1e6:0} MB can still be written there"),
        FormattableString.Invariant($"{LeastBytes / 1e6:0} MB, which a build may take"), remedy);

    /// <summary>Bytes that can still be written in a folder, or where it would be made.</summary>
    public static long? FreeSpaceOf(string folder)
    {
        try
        {
            return new DriveInfo(Existing(folder)).AvailableFreeSpace;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // What cannot be asked is not told; writing will tell.
            return null;
        }
    }

    private static string Existing(string folder)
    {
        var nearest = Path.GetFullPath(folder);
        while (!Directory.Exists(nearest) && Path.GetDirectoryName(nearest) is { } parent)
            nearest = parent;
        return nearest;
    }
}
