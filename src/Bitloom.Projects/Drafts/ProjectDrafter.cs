using Bitloom.Data;
using Bitloom.Diagnostics;
using Bitloom.Estimation;

namespace Bitloom.Projects;

/// <summary>
/// Makes a project file for data of which nothing is known. What it makes has been read as a build would read it, data
/// and all.
/// </summary>
public static class ProjectDrafter
{
    /// <summary>The draft, or everything that is wrong with the request and its data.</summary>
    public static Checked<ProjectDraft> Draft(DraftRequest request)
    {
        List<Diagnostic> faults = [.. DraftChecks.Of(request)];
        if (DeviceCatalog.Load() is { Ok: true } devices && request.Device is { } device
            && devices.Value.Find(device, "--device") is { Ok: false } unknown)
        {
            faults.AddRange(unknown.Diagnostics);
            request = request with { Device = null };
        }

        if (!Path.Exists(request.Data))
            return Checked.Failure<ProjectDraft>(faults);
        var task = request.Task ?? DraftChecks.UsualTask(request.Data);
        var drafted = task switch
        {
            LearningTask.Forecasting => ForecastDraft.Make(request),
            LearningTask.AnomalyDetection => AnomalyDraft.Make(request),
            LearningTask.Classification => ClassificationDraft.Make(request),
        };
        return faults.Count > 0
            ? Checked.Failure<ProjectDraft>([.. faults, .. drafted.Diagnostics])
            : drafted;
    }

    /// <summary>The first text that can be built; else what is wrong with the last one.</summary>
    internal static Checked<string> FirstThatReads(string folder, IEnumerable<string> texts)
    {
        Checked<string>? read = null;
        foreach (var text in texts)
        {
            read = Read(text, folder);
            if (read.Ok)
                return read;
        }

        return read ?? throw new CompilerBugException(nameof(ProjectDrafter), "nothing was drafted");
    }

    private static Checked<string> Read(string text, string folder)
    {
        var project = ProjectReader.ReadText(text, folder);
        if (!project.Ok)
            return Checked.Failure<string>(project.Diagnostics);
        var data = TaskDataReader.Read(project.Value.Data);
        return data.Ok ? Checked.Success(text, data.Diagnostics) : Checked.Failure<string>(data.Diagnostics);
    }
}
