namespace Bitloom.Cluster;

/// <summary>Asks for trials, one after the other, and does them.</summary>
internal sealed class TrialLoop(
    ClusterOptions options, ClusterDatabase database, SiloHost silo, StudyRunners runners, IWorkerProgress progress)
{
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(500);

    private readonly Patience _patience = new(progress);
    private readonly string _worker = WorkerName.Of(options.Name, silo.Address);

    /// <summary>Works until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!await WorkAsync(cancellation))
                await Task.Delay(Idle, cancellation);
        }
    }

    /// <summary>Does one trial; false when none waits.</summary>
    private async Task<bool> WorkAsync(CancellationToken cancellation)
    {
        var studies = await _patience.CallAsync(() => StudyList.ReadAsync(database.Source, cancellation), cancellation);
        foreach (var (study, _, _) in studies)
        {
            var grain = silo.Grains.GetGrain<IStudyGrain>(study);
            if (await _patience.CallAsync(() => grain.NextAsync(_worker), cancellation) is { } grant)
            {
                var work = new TrialWork(study, grain, grant, _worker, _patience, progress, silo.Expelled);
                await work.RunAsync(runners, cancellation);
                return true;
            }
        }

        return false;
    }
}
