using Bitloom.Diagnostics;
using Bitloom.Estimation;
using Bitloom.Estimation.Yaml;

namespace Bitloom.Projects;

/// <summary>Reads a project file and reports everything that is wrong with it at once.</summary>
public static class ProjectReader
{
    /// <summary>The name of the project file in a project's folder.</summary>
    public const string FileName = "project.yaml";

    /// <summary>The dotted names of all keys that a project file may have.</summary>
    public static IReadOnlyList<string> Keys { get; } = ListKeys();

    /// <summary>
    /// Reads the file, or <see cref="FileName"/> in the folder, that <paramref name="path"/> names. Each of
    /// <paramref name="overrides"/>, <c>key.path=value</c>, replaces or adds one value.
    /// </summary>
    public static Checked<Project> Read(
        string path, IReadOnlyList<string>? overrides = null, string? deviceFolder = null)
    {
        var devices = DeviceCatalog.Load(deviceFolder);
        if (!devices.Ok)
            return Checked.Failure<Project>(devices.Diagnostics);
        var findings = new List<Diagnostic>();
        if (ProjectFile.Locate(path, findings) is not { } file)
            return Checked.Failure<Project>(findings);
        var mapping = YamlText.ReadMapping(File.ReadAllText(file), Path.GetFileName(file), findings);
        if (mapping is null)
            return Checked.Failure<Project>(findings);
        mapping = ProjectOverrides.Apply(mapping, overrides ?? [], findings);
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        return Read(mapping, folder, devices.Value, findings);
    }

    /// <summary>
    /// A project without a file: the keys that are given, in YAML, and the defaults of the others. Diagnostics name
    /// keys where those of a file name lines.
    /// </summary>
    /// <param name="folder">Data files are relative to it.</param>
    public static Checked<Project> Of(string folder, IEnumerable<KeyValuePair<string, string>> settings)
    {
        var devices = DeviceCatalog.Load();
        if (!devices.Ok)
            return Checked.Failure<Project>(devices.Diagnostics);
        var findings = new List<Diagnostic>();
        var mapping = settings.Aggregate(
            new YamlMapping("", []),
            (rest, setting) => ProjectOverrides.Set(rest, setting.Key, setting.Value, setting.Key, findings));
        return Read(mapping, Path.GetFullPath(folder), devices.Value, findings);
    }

    private static Checked<Project> Read(
        YamlMapping mapping, string folder, DeviceCatalog devices, List<Diagnostic> findings)
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var project = new ProjectSections(new YamlSection(mapping, findings, asked), folder, devices, findings).Read();
        return findings.Count > 0 ? Checked.Failure<Project>(findings) : Checked.Success(project);
    }

    private static IReadOnlyList<string> ListKeys()
    {
        var asked = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (name, _) in ProjectSections.Tasks)
        {
            var task = new YamlEntry("task", "", new YamlScalar("", name, Quoted: false));
            var root = new YamlSection(new YamlMapping("", [task]), [], asked);
            _ = new ProjectSections(root, "", new DeviceCatalog([]), []).Read();
        }

        return [.. asked];
    }
}
