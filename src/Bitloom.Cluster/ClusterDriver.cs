using Bitloom.Diagnostics;
using Bitloom.Exploration;

namespace Bitloom.Cluster;

/// <summary>
/// Puts studies before the workers of a cluster. Whoever drives a study proposes its trials into the
/// <see cref="Store"/> and finds the results there; that needs no worker to be there yet.
/// </summary>
public sealed class ClusterDriver : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly ClusterOptions _options;
    private readonly ClusterDatabase _database;

    private ClusterDriver(ClusterOptions options, ClusterDatabase database)
    {
        (_options, _database) = (options, database);
        Client = new ClientHost(options, database);
    }

    /// <summary>The cluster's store of studies.</summary>
    public IStudyStore Store => _database.Store;

    internal ClientHost Client { get; }

    /// <summary>Makes the cluster's tables when there are none.</summary>
    public static async Task<Checked<ClusterDriver>> OpenAsync(
        ClusterOptions options, CancellationToken cancellation = default)
    {
        var opened = await ClusterDatabase.OpenAsync(options.Database, cancellation);
        return opened.Ok
            ? Checked.Success(new ClusterDriver(options, opened.Value))
            : Checked.Failure<ClusterDriver>(opened.Diagnostics);
    }

    /// <summary>Makes the study, or finds it, and lets the workers have it.</summary>
    /// <param name="bundle">What a worker needs to run its trials, such as the project and its data.</param>
    public async Task<Checked<StudyDefinition>> StartAsync(
        StudyDefinition definition, byte[] bundle, CancellationToken cancellation = default)
    {
        var opened = await Store.OpenAsync(definition, cancellation);
        if (!opened.Ok)
            return opened;
        await StudyList.AddAsync(_database.Source, definition.Name, _options.Lease, bundle, cancellation);
        return opened;
    }

    /// <summary>Takes the study from the workers. Its trials and results stay; so it can be started again.</summary>
    public Task StopAsync(string study, CancellationToken cancellation = default) =>
        StudyList.RemoveAsync(_database.Source, study, cancellation);

    /// <summary>
    /// The study's trials when all that were proposed are finished. The progress hears of each state between, with the
    /// workers that there are then.
    /// </summary>
    public async Task<IReadOnlyList<Trial>> WaitAsync(
        string study, Action<IReadOnlyList<Trial>, IReadOnlyList<WorkerState>>? progress = null,
        CancellationToken cancellation = default)
    {
        while (true)
        {
            var trials = await Store.TrialsAsync(study, cancellation);
            progress?.Invoke(trials, await WorkersAsync(study, cancellation));
            if (trials.All(trial => trial.State == TrialState.Finished))
                return trials;
            await Task.Delay(Pause, cancellation);
        }
    }

    /// <summary>
    /// The workers in the cluster, and which trial of the study each has; none while the cluster is silent.
    /// </summary>
    public async Task<IReadOnlyList<WorkerState>> WorkersAsync(string study, CancellationToken cancellation = default)
    {
        if (Client.Grains is not { } grains)
            return [];
        try
        {
            return await AskAsync(grains, study).WaitAsync(cancellation);
        }
        catch (Exception fault) when (fault is OrleansException or TimeoutException)
        {
            return [];
        }
    }

    /// <summary>Leaves the cluster; studies that were started go on.</summary>
    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static async Task<IReadOnlyList<WorkerState>> AskAsync(IGrainFactory grains, string study)
    {
        var silos = await grains.GetGrain<IManagementGrain>(0).GetDetailedHosts(onlyActive: true);
        var held = await grains.GetGrain<IStudyGrain>(study).HeldAsync();
        return
        [
            .. from silo in silos
               let worker = WorkerName.Of(silo.SiloName, silo.SiloAddress)
               orderby worker
               select new WorkerState(
                   silo.SiloName, silo.SiloAddress.Endpoint.ToString(),
                   held.TryGetValue(worker, out var number) ? number : null),
        ];
    }
}
