using Bitloom.Data;
using Bitloom.Diagnostics;

namespace Bitloom.Projects;

/// <summary>Finds the project file that a path names.</summary>
internal static class ProjectFile
{
    public static string? Locate(string path, List<Diagnostic> findings)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, ProjectReader.FileName) : path;
        if (File.Exists(file))
            return IsData(file, findings) ? null : file;
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var nearest = Directory.Exists(folder)
            ? Nearest.To(Path.GetFileName(file), Directory.EnumerateFileSystemEntries(folder).Select(Name))
            : null;
        findings.Add(Diagnostic.Error("PROJECT001", path,
            Directory.Exists(path) ? $"the folder has no file '{ProjectReader.FileName}'" : "there is no such file",
            $"a project file, or a folder with a {ProjectReader.FileName}",
            nearest is null ? "correct the path, or make a project with 'bitloom new'" : $"did you mean '{nearest}'?"));
        return null;
    }

    private static bool IsData(string file, List<Diagnostic> findings)
    {
        if (DataFormats.OfFile(file) is null)
            return false;
        var name = ShellWord(Path.GetFileName(file));
        findings.Add(Diagnostic.Error("PROJECT001", file, "this is a data file",
            $"a project file, or a folder with a {ProjectReader.FileName}",
            $"make a project for it: bitloom new NAME --data {name}"));
        return true;
    }

    private static string ShellWord(string name) => name.Contains(' ', StringComparison.Ordinal) ? $"'{name}'" : name;

    private static string Name(string path) => Path.GetFileName(path);
}
