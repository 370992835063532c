using Bitloom.Data;
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
    public static IReadOnlyList<string> Keys { get; } = ProjectKeys.Paths();

    /// <summary>The tasks by their names in the file, the usual one first.</summary>
    public static IReadOnlyList<(string Name, LearningTask Task)> Tasks => ProjectSections.Tasks;

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
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        return Read(File.ReadAllText(file), Path.GetFileName(file), folder, overrides ?? [], devices.Value, findings);
    }

    /// <summary>Reads the text of a project file that would stand in a folder, which need not be there.</summary>
    public static Checked<Project> ReadText(string text, string folder)
    {
        var devices = DeviceCatalog.Load();
        return devices.Ok
            ? Read(text, FileName, Path.GetFullPath(folder), [], devices.Value, [])
            : Checked.Failure<Project>(devices.Diagnostics);
    }

    private static Checked<Project> Read(
        string text, string file, string folder, IReadOnlyList<string> overrides, DeviceCatalog devices,
        List<Diagnostic> findings)
    {
        var mapping = YamlText.ReadMapping(text, file, findings);
        return mapping is null
            ? Checked.Failure<Project>(findings)
            : Read(ProjectOverrides.Apply(mapping, overrides, findings), folder, devices, findings);
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
        var project = Sections(mapping, folder, devices, findings);
        if (findings.Count == 0)
        {
            findings.AddRange(SpaceCheck.Of(
                mapping, project.Explore, (changed, found) => _ = Sections(changed, folder, devices, found)));
        }

        return findings.Count > 0 ? Checked.Failure<Project>(findings) : Checked.Success(project);
    }

    private static Project Sections(
        YamlMapping mapping, string folder, DeviceCatalog devices, List<Diagnostic> findings) =>
        new ProjectSections(new YamlSection(mapping, findings), folder, devices, findings).Read();
}
