using Bitloom.Reporting;

namespace Bitloom.Pipeline;

/// <summary>
/// Removes the report of a build when a later command has made another model or other hardware in its place: what a
/// report says must be true of the files beside it.
/// </summary>
internal static class StaleReport
{
    private static readonly string[] Files =
        [TrainFloatStage.Weights, TrainQuantizedStage.Encoder, PartialBuild.ProgramFile];

    private static readonly string[] Folders = ["rtl", "memory"];

    public static async Task<T> GuardAsync<T>(BuildInputs inputs, Func<Task<T>> work)
    {
        var before = Content(inputs.OutputFolder);
        try
        {
            return await work();
        }
        finally
        {
            if (Content(inputs.OutputFolder) != before)
                ReportFiles.Remove(inputs.OutputFolder);
        }
    }

    private static string Content(string folder) => string.Join('\n',
    [
        .. Files.Select(name => Path.Combine(folder, name))
            .Select(path => File.Exists(path) ? ContentHash.OfFile(path) : ""),
        ContentHash.OfFolders(
            Folders.Select(name => Path.Combine(folder, CompileStage.HardwareFolder, name)).Where(Directory.Exists)),
    ]);
}
