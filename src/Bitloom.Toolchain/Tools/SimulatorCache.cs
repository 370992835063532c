using System.Security.Cryptography;
using System.Text;

namespace Bitloom.Toolchain;

/// <summary>
/// Compiled simulators by the content of their sources: an engine is compiled once, however many programs run on it. In
/// the user's cache folder, as make cannot build in a folder whose path has a space.
/// </summary>
public static class SimulatorCache
{
    private const string HashSuffix = ".sha256";

    /// <summary>The folder of a simulator made from these texts, in this order.</summary>
    /// <param name="root">The folder of all of them; the user's cache folder when null.</param>
    public static string FolderOf(string? root, IEnumerable<string> sources)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var source in sources)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(source));
            hash.AppendData([0]);
        }

        return Path.Combine(root ?? Root(), Convert.ToHexStringLower(hash.GetHashAndReset())[..32]);
    }

    /// <summary>Whether a simulator is there and is, to the byte, the one that was kept.</summary>
    public static bool IsWhole(string simulator) =>
        File.Exists(simulator) && File.Exists(simulator + HashSuffix)
        && File.ReadAllText(simulator + HashSuffix) == HashOf(simulator);

    /// <summary>
    /// Moves what was built to its folder, with the simulator's hash, when there is a simulator, and removes the rest.
    /// Another build of the same sources may have been faster; then its result serves as well.
    /// </summary>
    /// <param name="simulator">The program, relative to both folders.</param>
    public static void Keep(string part, string folder, string simulator, bool built)
    {
        var program = Path.Combine(part, simulator);
        try
        {
            if (built && File.Exists(program) && !IsWhole(Path.Combine(folder, simulator)))
            {
                RemoveObjects(program);
                File.WriteAllText(program + HashSuffix, HashOf(program));
                Remove(folder);
                Directory.Move(part, folder);
            }
        }
        catch (IOException) when (IsWhole(Path.Combine(folder, simulator)))
        {
            // It came between the question and the move.
        }

        Remove(part);
    }

    // What it was compiled from is ten times as large, and of no more use.
    private static void RemoveObjects(string program)
    {
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(program)!).Where(file => file != program))
            File.Delete(file);
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private static string HashOf(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>The folder of all of them, for this user.</summary>
    public static string Root()
    {
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        if (string.IsNullOrEmpty(cache))
            cache = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        return cache.Contains(' ', StringComparison.Ordinal) || !Path.IsPathRooted(cache)
            ? Path.Combine(Path.GetTempPath(), "bitloom-simulators")
            : Path.Combine(cache, "bitloom", "simulators");
    }
}
