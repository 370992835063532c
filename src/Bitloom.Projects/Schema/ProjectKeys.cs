using Bitloom.Estimation;
using Bitloom.Estimation.Yaml;

namespace Bitloom.Projects;

/// <summary>The keys that the reader of project files knows, found by letting it read files that have none.</summary>
internal static class ProjectKeys
{
    /// <summary>The task of a file that names none.</summary>
    public static string DefaultTask => ProjectSections.Tasks[0].Name;

    /// <summary>The keys that can stand in a file of each task, in the order in which they are read.</summary>
    public static IReadOnlyList<(string Task, IReadOnlyList<YamlKey> Keys)> ByTask()
    {
        // With the devices, whose names are what engine.device can be.
        var devices = DeviceCatalog.Load().Value ?? new DeviceCatalog([]);
        return [.. ProjectSections.Tasks.Select(task => (task.Name, Of(task.Name, devices)))];
    }

    /// <summary>All keys, without those of sections whose names are free, sorted.</summary>
    public static IReadOnlyList<string> Paths() =>
    [
        .. ByTask().SelectMany(entry => entry.Keys).Select(key => key.Path)
            .Where(path => !path.EndsWith(YamlKey.Any, StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    private static IReadOnlyList<YamlKey> Of(string task, DeviceCatalog devices)
    {
        var keys = new YamlKeys();
        var own = new YamlMapping("", [Entry("test", Name("a"))]);
        var both = new YamlMapping("", [Entry("train", Name("a")), Entry("test", Name("a"))]);
        var files = new YamlMapping("", [Entry("files", both)]);
        // The shares of `split` have other ranges where the test part has a file of its own.
        foreach (var data in (YamlMapping[])[new("", []), own, files])
        {
            var root = new YamlMapping("", [Entry("task", Name(task)), Entry("data", data)]);
            _ = new ProjectSections(new YamlSection(root, [], keys), "", devices, []).Read();
        }

        return [.. keys.All];
    }

    private static YamlEntry Entry(string key, YamlNode value) => new(key, "", value);

    private static YamlScalar Name(string text) => new("", text, Quoted: false);
}
