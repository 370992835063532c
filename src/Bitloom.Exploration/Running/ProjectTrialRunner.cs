using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bitloom.Data;
using Bitloom.Diagnostics;
using Bitloom.Pipeline;
using Bitloom.Projects;

namespace Bitloom.Exploration;

/// <summary>Runs the trials of a project, each in a folder of its own.</summary>
/// <param name="request">The project, and what replaces keys of it.</param>
/// <param name="folder">Of the study.</param>
/// <param name="threads">That a training may use; its result does not depend on them.</param>
internal sealed class ProjectTrialRunner(BuildRequest request, string folder, BuildTools programs, int threads)
    : ITrialRunner
{
    // Who had the trial before, and lost it, may still be at work in its folder.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Lazy<Checked<ITaskData>>> _data = new(StringComparer.Ordinal);

    // As it is without a trial's settings.
    private readonly Lazy<Checked<Project>> _plain = new(() => ProjectReader.Read(request.ProjectPath, Given(request)));

    public async Task<TrialResult> RunAsync(Trial trial, IStageProgress progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(trial);
        var found = Read(trial.Settings);
        if (!found.Ok)
            return Failed(found.Diagnostics);
        var (project, data) = found.Value;
        var output = Path.GetFullPath(Path.Combine(folder, TrialFolders.NameOf(trial.Number)));
        var inputs = new BuildInputs(project, data, programs, [], output, []) { Threads = threads };
        while (true)
        {
            var run = await OutputSession.RunAsync(output, async () => StageResult.Done(
                await ModelTrial.RunAsync(inputs, trial.Settings, progress, cancellation)));
            if (run.Ok)
                return run.Value;
            if (run.Diagnostics.All(diagnostic => diagnostic.Code != OutputLock.OccupiedCode))
                return Failed(run.Diagnostics);
            await Task.Delay(Patience, cancellation);
        }
    }

    private Checked<Tuple<Project, ITaskData>> Read(ImmutableSortedDictionary<string, string> settings)
    {
        if (!_plain.Value.Ok)
            return Checked.Failure<Tuple<Project, ITaskData>>(_plain.Value.Diagnostics);
        var own = SearchSpaces.Applicable(_plain.Value.Value, settings).Select(setting => $"{setting.Key}={setting.Value}");
        var project = ProjectReader.Read(request.ProjectPath, [.. Given(request), .. own]);
        if (!project.Ok)
            return Checked.Failure<Tuple<Project, ITaskData>>(project.Diagnostics);
        var data = DataOf(project.Value, settings);
        return data.Ok
            ? Checked.Success(Tuple.Create(project.Value, data.Value))
            : Checked.Failure<Tuple<Project, ITaskData>>(data.Diagnostics);
    }

    private static string[] Given(BuildRequest request) =>
        [.. request.Settings.Select(setting => $"{setting.Key}={setting.Value}")];

    // Read once for all trials that read it in the same way.
    private Checked<ITaskData> DataOf(Project project, ImmutableSortedDictionary<string, string> settings) =>
        _data.GetOrAdd(
            string.Join('\n', settings.Where(setting => setting.Key.StartsWith("data.", StringComparison.Ordinal))),
            _ => new(() => TaskDataReader.Read(project.Data))).Value;

    private static TrialResult Failed(IEnumerable<Diagnostic> diagnostics) =>
        new([], 0, 0, string.Join('\n', diagnostics.Select(diagnostic => diagnostic.ToString())));
}
