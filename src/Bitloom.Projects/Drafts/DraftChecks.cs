using Bitloom.Data;
using Bitloom.Diagnostics;

namespace Bitloom.Projects;

/// <summary>What can be wrong with a request before its data are looked at.</summary>
internal static class DraftChecks
{
    public static IEnumerable<Diagnostic> Of(DraftRequest request)
    {
        if (!ProjectSections.IsName(request.Name))
        {
            yield return Diagnostic.Error("NEW001", "NAME", $"a project cannot be called '{request.Name}'",
                "a letter, then letters, digits, hyphens and underscores; a path may stand before it",
                "choose a name that can name files");
        }

        string[] written =
        [
            request.Folder, Path.Combine(request.Folder, ProjectReader.FileName),
            Path.Combine(request.Folder, ProjectSchema.FileName),
        ];
        if (Array.Find(written, File.Exists) is { } there)
        {
            yield return Diagnostic.Error("NEW002", there, "the file is there already, and nothing is overwritten",
                "a name of a project that does not exist", "choose another name, or remove the file");
        }

        if (!Path.Exists(request.Data))
            yield return NoData(request.Data);
    }

    /// <summary>A CSV file is usually to be forecast; the formats of archives hold classes.</summary>
    public static LearningTask UsualTask(string data) =>
        Directory.Exists(data) || DataFormats.OfFile(data) is { } format and not DataFormat.Csv and not DataFormat.Ucr
            ? LearningTask.Classification
            : IsUcr(data) ? LearningTask.Classification : LearningTask.Forecasting;

    // Tables separated by tabs have the same ending, but names in their first line.
    private static bool IsUcr(string data) =>
        DataFormats.OfFile(data) == DataFormat.Ucr && TableInspector.Inspect(data, data) is { Ok: false };

    private static Diagnostic NoData(string data)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(data))!;
        var nearest = Directory.Exists(folder)
            ? Nearest.To(
                Path.GetFileName(data),
                new DirectoryInfo(folder).EnumerateFileSystemInfos().Select(entry => entry.Name))
            : null;
        return Diagnostic.Error("NEW003", data, "there is no such file or folder",
            "a CSV file, or recordings in a form of docs/data-formats.md",
            nearest is null ? "correct the path" : $"did you mean '{nearest}'?");
    }
}
