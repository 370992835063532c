using Bitloom.Diagnostics;
using Bitloom.Pipeline;
using Bitloom.Projects;

namespace Bitloom.Exploration;

/// <summary>Searches on this machine.</summary>
/// <param name="tools">The external programs; null: those in the search path.</param>
public sealed class Explorer(BuildTools? tools = null) : IExplorer
{
    /// <summary>Of studies, in the output folder.</summary>
    public const string Folder = "explore";

    /// <summary>The folder of a project's studies.</summary>
    /// <param name="output">Of all results; null: the usual one.</param>
    public static string FolderOf(Project project, string? output)
    {
        ArgumentNullException.ThrowIfNull(project);
        return Path.GetFullPath(
            Path.Combine(output ?? Path.Combine(project.Directory, Preflight.DefaultOutput), Folder));
    }

    private readonly BuildTools _programs = tools ?? BuildTools.Installed;

    /// <inheritdoc/>
    public Task<FitResult> FitAsync(BuildRequest request, IStageProgress progress, CancellationToken cancellation) =>
        ModelFit.RunAsync(request, _programs, progress, cancellation);

    /// <inheritdoc/>
    public async Task<ExploreResult> ExploreAsync(
        ExploreRequest request, IStageProgress progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(progress);
        var search = new StudySearch(request, _programs, progress);
        return await search.RunAsync(
            folder => OpenAsync(request.Store ?? folder, cancellation), (inputs, shown) => SearchAsync(inputs, request, shown, cancellation),
            cancellation);
    }

    private static async Task<Checked<OpenStudies>> OpenAsync(string place, CancellationToken cancellation)
    {
        var store = await StudyStores.OpenAsync(place, cancellation);
        return store.Ok
            ? Checked.Success(new OpenStudies(
                store.Value, (study, token) => store.Value.OpenAsync(study, token), store.Value))
            : Checked.Failure<OpenStudies>(store.Diagnostics);
    }

    private async Task<IReadOnlyList<Trial>> SearchAsync(
        StudyInputs inputs, ExploreRequest request, TrialProgress shown, CancellationToken cancellation)
    {
        var jobs = request.Jobs ?? Environment.ProcessorCount;
        var runners = Enumerable.Range(0, jobs).Select(_ => new ProjectTrialRunner(
            request.Build, inputs.Folder, _programs, Math.Max(1, Environment.ProcessorCount / jobs))).ToArray();
        var session = new StudySession(inputs.Store, inputs.Study, inputs.Project, LocalWorkers.OwnName());
        if (request.Store is null || !StudyStores.IsServer(request.Store))
            await LocalWorkers.ReleaseDeadAsync(inputs.Store, inputs.Study.Name, cancellation);
        return await session.RunAsync(runners, shown.Show, cancellation);
    }
}
