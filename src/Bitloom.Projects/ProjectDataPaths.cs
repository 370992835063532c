using System.Collections.Immutable;
using Bitloom.Diagnostics;
using Bitloom.Estimation;
using Bitloom.Estimation.Yaml;

namespace Bitloom.Projects;

/// <summary>A key of the section <c>data</c> that names files or folders.</summary>
/// <param name="Key">With its whole path.</param>
/// <param name="Paths">As they stand there: absolute, or from the project file's folder.</param>
/// <param name="IsList">Whether they stand in a list.</param>
public sealed record ProjectDataPaths(string Key, ImmutableArray<string> Paths, bool IsList)
{
    private static readonly string[] Keys =
    [
        "file", "files.train", "files.test", "train", "validation", "test", "trainLabels", "testLabels", "anomalyWindows",
    ];

    /// <summary>All of a project; empty where it cannot be read.</summary>
    public static ImmutableArray<ProjectDataPaths> Of(string path, IReadOnlyList<string> overrides) =>
        Mapping(path, overrides)?.Find("data") is YamlMapping data
            ? [.. Keys.Select(key => Of(data, key)).OfType<ProjectDataPaths>()]
            : [];

    /// <summary>The device file that a project names, as it stands there; null where it names a known device.</summary>
    public static string? DeviceFileOf(string path, IReadOnlyList<string> overrides) =>
        (Mapping(path, overrides)?.Find("engine") as YamlMapping)?.Find("device") is YamlScalar { Text: var device }
        && DeviceFile.IsPath(device)
            ? device
            : null;

    private static YamlMapping? Mapping(string path, IReadOnlyList<string> overrides)
    {
        var findings = new List<Diagnostic>();
        return ProjectFile.Locate(path, findings) is { } file
            && YamlText.ReadMapping(File.ReadAllText(file), file, findings) is { } mapping
                ? ProjectOverrides.Apply(mapping, overrides, findings)
                : null;
    }

    private static ProjectDataPaths? Of(YamlMapping data, string key)
    {
        YamlNode? node = data;
        foreach (var step in key.Split('.'))
            node = (node as YamlMapping)?.Find(step);
        return node switch
        {
            YamlScalar { IsNull: false } scalar => new("data." + key, [scalar.Text], IsList: false),
            YamlSequence sequence => new(
                "data." + key, [.. sequence.Items.OfType<YamlScalar>().Select(item => item.Text)], IsList: true),
            _ => null,
        };
    }
}
