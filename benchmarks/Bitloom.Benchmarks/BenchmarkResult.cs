using System.Globalization;
using System.Runtime.CompilerServices;

namespace Bitloom.Benchmarks;

/// <summary>A page of measured numbers beside the scripts, with what made it.</summary>
public static class BenchmarkResult
{
    /// <summary>The folder of all results.</summary>
    public static string Folder { get; } = Path.Combine(FolderOfTheScripts(), "results");

    /// <summary>The project's folder.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(FolderOfTheScripts(), ".."));

    /// <summary>The sentence that every page begins with: command, day, processor, cores.</summary>
    public static string Provenance(string command) => string.Create(
        CultureInfo.InvariantCulture,
        $"Made by `{command}` on {DateTime.UtcNow:yyyy-MM-dd}, {Processor()}, {Environment.ProcessorCount} cores.");

    /// <summary>Writes a page and says where.</summary>
    public static string Write(string name, IEnumerable<string> lines)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllLines(path, lines);
        return path;
    }

    private static string Processor() =>
        File.ReadLines("/proc/cpuinfo")
            .First(line => line.StartsWith("model name", StringComparison.Ordinal))
            .Split(": ")[1];

    private static string FolderOfTheScripts([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, ".."));
}
