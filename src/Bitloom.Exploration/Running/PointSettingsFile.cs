using System.Collections.Immutable;
using Bitloom.Diagnostics;

namespace Bitloom.Exploration;

/// <summary>
/// Settings of a point as a file for <c>--settings</c>: a key with its whole path and its value a line, as in YAML.
/// </summary>
public static class PointSettingsFile
{
    /// <summary>Its name in the folder of a point.</summary>
    public const string Name = "settings.yaml";

    /// <summary>Writes the file.</summary>
    public static void Write(string path, ImmutableSortedDictionary<string, string> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        AtomicFile.Write(path, string.Concat(settings.Select(setting => $"{setting.Key}: {setting.Value}\n")));
    }
}
