using System.Globalization;
using Bitloom.Data;
using Bitloom.Diagnostics;

namespace Bitloom.Projects;

/// <summary>A project that tells the classes of recordings apart.</summary>
internal static class ClassificationDraft
{
    private const int MostTokens = 40;

    private static readonly int[] Averages = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 15, 16, 20, 24, 25, 30, 32];
    private static readonly int[] Windows = [32, 16, 8];

    public static Checked<ProjectDraft> Make(DraftRequest request)
    {
        if (File.Exists(request.Data) && DataFormats.OfFile(request.Data) is null or DataFormat.Csv)
        {
            return Checked.Failure<ProjectDraft>(Diagnostic.Error(
                "NEW004", request.Data, "classes cannot be learned from one table",
                "recordings: a folder of CSV files for each class in one folder, or a file of docs/data-formats.md",
                "make a file of each recording, in folders named after the classes, or use --task forecasting"));
        }

        var read = ProjectDrafter.FirstThatReads(
            request.Folder, Lengths(request).Append("").Select(keys => Text(request, keys)));
        return ProjectDraft.Of(request, read);
    }

    // A token a sample makes an accelerator slow: long examples are averaged, recordings of any length cut.
    private static IEnumerable<string> Lengths(DraftRequest request)
    {
        if (Tokens(request) is not { } tokens)
            return Windows.Select(window => string.Create(CultureInfo.InvariantCulture,
                $"  # Recordings are cut into windows of so many samples.\n  windowSamples: {window}\n"));
        var average = Array.Find(Averages, factor => tokens % factor == 0 && tokens / factor <= MostTokens);
        return average <= 1
            ? []
            : [string.Create(CultureInfo.InvariantCulture,
                $"  # So many samples become one: {tokens / average} tokens, not {tokens}.\n  average: {average}\n")];
    }

    private static int? Tokens(DraftRequest request) =>
        ProjectReader.ReadText(Text(request, ""), request.Folder) is { Ok: true } project
            && TaskDataReader.Read(project.Value.Data) is { Ok: true } data
            ? data.Value.TrainingWindows.Window
            : null;

    private static string Text(DraftRequest request, string lengths)
    {
        var data = $"""
              train: {DraftText.Name(request.RelativeData)}
            {Test(request)}{(request.Features.IsEmpty ? "" : DraftText.List("features", request.Features))}{lengths}
            """;
        var origin = Path.GetFileName(Path.TrimEndingDirectorySeparator(request.Data));
        return DraftText.Of(request, "classification", origin, data);
    }

    // The archives have two files of one name.
    private static string Test(DraftRequest request)
    {
        var name = Path.GetFileName(request.Data);
        var test = name.Replace("_TRAIN.", "_TEST.", StringComparison.Ordinal);
        var path = Path.Combine(Path.GetDirectoryName(request.Data) ?? "", test);
        return name != test && File.Exists(path)
            ? $"  test: {DraftText.Name((request with { Data = path }).RelativeData)}\n"
            : "  # A share of the recordings of each class is kept for the test; `test: FILE` would name others.\n";
    }
}
