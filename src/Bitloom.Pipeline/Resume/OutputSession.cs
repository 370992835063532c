using System.Text.RegularExpressions;
using Bitloom.Diagnostics;

namespace Bitloom.Pipeline;

/// <summary>Work in an output folder: alone in it, and with the folder's own faults told as such.</summary>
internal static partial class OutputSession
{
    private const int LeastSpace = 1024 * 1024;

    /// <summary>Does the work, unless another process is at work there.</summary>
    public static async Task<StageResult<T>> RunAsync<T>(string folder, Func<Task<StageResult<T>>> work)
        where T : class
    {
        var taken = OutputLock.Take(folder);
        if (!taken.Ok)
            return StageResult.Stopped<T>(BuildOutcome.UserFault, taken.Diagnostics);
        using var held = taken.Value;
        RemoveLeftovers(folder);
        try
        {
            var result = await work();
            return held.InPlace ? WithCause(result, folder) : Removed<T>(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException && !held.InPlace)
        {
            return Removed<T>(folder);
        }
    }

    // A tool that fails because the disk is full says so in its own words, or not at all.
    private static StageResult<T> WithCause<T>(StageResult<T> result, string folder)
        where T : class =>
        result.Outcome == BuildOutcome.ToolFailed && IsFull(folder)
            ? StageResult.Stopped<T>(BuildOutcome.UserFault, [Full(folder), .. result.Diagnostics])
            : result;

    private static bool IsFull(string folder)
    {
        try
        {
            AtomicFile.Write(Path.Combine(folder, StageStore.Folder, "space"), new byte[LeastSpace]);
            File.Delete(Path.Combine(folder, StageStore.Folder, "space"));
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    // Of writes that a kill cut off (AtomicFile): under the lock nobody is writing them.
    private static void RemoveLeftovers(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "*.part", SearchOption.AllDirectories))
        {
            if (Leftover().IsMatch(file))
                File.Delete(file);
        }
    }

    private static StageResult<T> Removed<T>(string folder)
        where T : class => StageResult.Stopped<T>(BuildOutcome.UserFault, Diagnostic.Error(
            "OUTPUT004", folder, "the output folder was removed or replaced while results were written to it",
            "an output folder that stays until the end", "run the command again"));

    private static Diagnostic Full(string folder) => Diagnostic.Error(
        "OUTPUT005", folder, "less than 1 MB can still be written there, and a tool failed",
        "space for the results", "make space, or choose another --output, and run the command again");

    [GeneratedRegex(@"\.[0-9a-f]{32}\.part$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Leftover();
}
