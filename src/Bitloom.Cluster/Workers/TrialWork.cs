using System.Collections.Immutable;
using Bitloom.Exploration;

namespace Bitloom.Cluster;

/// <summary>One trial that this worker has got.</summary>
internal sealed class TrialWork(
    string study, IStudyGrain grain, Grant grant, string worker, Patience patience, IWorkerProgress progress,
    CancellationToken expelled)
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(10);

    private readonly Trial _trial = new(
        grant.Number, grant.Generation,
        StudyJson.Parse<ImmutableSortedDictionary<string, string>>(grant.Settings),
        TrialState.Running, worker);

    /// <summary>Does it and hands in its result, or gives it back.</summary>
    public async Task RunAsync(StudyRunners runners, CancellationToken cancellation)
    {
        var handedIn = false;
        var failed = false;
        try
        {
            var result = await ComputeAsync(runners, cancellation);
            handedIn = result is not null && await HandInAsync(result, cancellation);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or ClusterException))
        {
            failed = true;
            throw;
        }
        finally
        {
            if (!handedIn)
                await GiveBackAsync(failed);
        }
    }

    /// <summary>Null when the trial was taken away meanwhile.</summary>
    private async Task<TrialResult?> ComputeAsync(StudyRunners runners, CancellationToken cancellation)
    {
        using var mine = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var renewals = RenewAsync(mine);
        try
        {
            var runner = await runners.OfAsync(study, grant.Bundle, mine.Token);
            progress.Began(study, _trial);
            return await runner.RunAsync(_trial, progress.Stages, mine.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            await mine.CancelAsync();
            await renewals;
        }
    }

    /// <summary>Renews the lease until it is cancelled, and cancels when the trial is somebody else's.</summary>
    private async Task RenewAsync(CancellationTokenSource mine)
    {
        try
        {
            do
                await Task.Delay(grant.Lease / 3, mine.Token);
            while (await patience.CallAsync(() => grain.RenewAsync(worker, grant.Number), mine.Token));
            await mine.CancelAsync();
        }
        catch (OperationCanceledException)
        {
            // The trial is done.
        }
    }

    // A result is not thrown away for a cancellation that comes now: the cluster may answer quickly.
    private async Task<bool> HandInAsync(TrialResult result, CancellationToken cancellation)
    {
        var text = StudyJson.Print(result);
        using var patient = new CancellationTokenSource();
        await using var hurry = cancellation.Register(() => patient.CancelAfter(Farewell));
        var accepted = await patience.CallAsync(
            () => grain.FinishAsync(worker, grant.Number, text), patient.Token);
        if (accepted)
            progress.Finished(study, _trial, result);
        return accepted;
    }

    // When this fails, the others find the trial as soon as they know that this worker has left.
    private async Task GiveBackAsync(bool failed)
    {
        progress.Lost(study, _trial);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(expelled);
        limit.CancelAfter(Farewell);
        try
        {
            await patience.CallAsync(
                async () =>
                {
                    await grain.ReleaseAsync(worker, grant.Number, failed);
                    return true;
                },
                limit.Token);
        }
        catch (OperationCanceledException)
        {
        }
    }
}
