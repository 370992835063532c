using Bitloom.Diagnostics;
using Bitloom.Exploration;
using Bitloom.Pipeline;

namespace Bitloom.Cluster;

/// <summary>Searches on a cluster where the request names one, else on this machine.</summary>
/// <param name="local">Does everything else.</param>
public sealed class ClusterExplorer(IExplorer local) : IExplorer
{
    /// <inheritdoc/>
    public Task<FitResult> FitAsync(BuildRequest request, IStageProgress progress, CancellationToken cancellation) =>
        local.FitAsync(request, progress, cancellation);

    /// <inheritdoc/>
    public async Task<ExploreResult> ExploreAsync(
        ExploreRequest request, IStageProgress progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(progress);
        if (request.Cluster is not { } database)
            return await local.ExploreAsync(request, progress, cancellation);
        ClusterDriver? driver = null;
        return await new StudySearch(request, BuildTools.Installed, progress).RunAsync(
            async _ =>
            {
                var opened = await ClusterDriver.OpenAsync(new ClusterOptions(database), cancellation);
                driver = opened.Value;
                return driver is null
                    ? Checked.Failure<OpenStudies>(opened.Diagnostics)
                    : Checked.Success(new OpenStudies(
                        driver.Store,
                        (study, token) => driver.StartAsync(study, ProjectBundle.Of(request.Build), token), driver));
            },
            (inputs, shown) => DriveAsync(driver!, inputs, shown, new WorkerNotes(progress), cancellation),
            cancellation);
    }

    // Whoever is stopped leaves the study to the workers: they do what was proposed.
    private static async Task<IReadOnlyList<Trial>> DriveAsync(
        ClusterDriver driver, StudyInputs inputs, TrialProgress shown, WorkerNotes notes, CancellationToken cancellation)
    {
        var name = inputs.Study.Name;
        var session = new StudySession(inputs.Store, inputs.Study, inputs.Project, "driver");
        while (await session.ProposeAsync(shown.Show, cancellation))
        {
            await driver.WaitAsync(
                name,
                (trials, workers) =>
                {
                    shown.Show(trials);
                    notes.Show(workers);
                },
                cancellation);
        }

        await driver.StopAsync(name, cancellation);
        return await inputs.Store.TrialsAsync(name, cancellation);
    }
}
