using System.Security.Cryptography;
using System.Text;

namespace Bitloom.Toolchain;

/// <summary>
/// Compiled simulators by the content of their sources: an engine is compiled once, however many programs run on it. In
/// the user's cache folder, as make cannot build in a folder whose path has a space.
/// </summary>
public static class SimulatorCache
{
    /// <summary>The folder of a simulator made from these texts, in this order.</summary>
    public static string FolderOf(IEnumerable<string> sources)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var source in sources)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(source));
            hash.AppendData([0]);
        }

        return Path.Combine(Root(), Convert.ToHexStringLower(hash.GetHashAndReset())[..32]);
    }

    private static string Root()
    {
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        if (string.IsNullOrEmpty(cache))
            cache = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        return cache.Contains(' ', StringComparison.Ordinal) || !Path.IsPathRooted(cache)
            ? Path.Combine(Path.GetTempPath(), "bitloom-simulators")
            : Path.Combine(cache, "bitloom", "simulators");
    }
}
