using Bitloom.Projects;

namespace Bitloom.Exploration;

/// <summary>One process at work on a study: it proposes generations, takes trials and hands in their results.</summary>
/// <param name="worker">A name that no other worker has.</param>
internal sealed class StudySession(IStudyStore store, StudyDefinition study, Project project, string worker)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly ExploreSection _section = SearchSpaces.Of(project) with { Trials = study.Trials };

    /// <summary>Works until no trial is left, on as many at once as there are runners.</summary>
    /// <param name="seen">Is told all trials after each change.</param>
    public async Task<IReadOnlyList<Trial>> RunAsync(
        IReadOnlyList<ITrialRunner> runners, Action<IReadOnlyList<Trial>> seen, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var work = runners.Select((runner, index) => WorkAsync(runner, $"{worker}-{index}", seen, stop.Token)).ToList();
        try
        {
            // One that fails stops the others, which give back what they have.
            while (work.Count > 0)
            {
                var ended = await Task.WhenAny(work);
                work.Remove(ended);
                await ended;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(work.Select(each => each.ContinueWith(
                _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default)));
        }

        return await store.TrialsAsync(study.Name, cancellation);
    }

    /// <summary>Proposes what can be proposed; false when every trial there will be is finished.</summary>
    public async Task<bool> ProposeAsync(Action<IReadOnlyList<Trial>> seen, CancellationToken cancellation)
    {
        var trials = await store.TrialsAsync(study.Name, cancellation);
        seen(trials);
        if (trials.Any(trial => trial.State != TrialState.Finished))
            return true;
        var generation = trials.Count == 0 ? 0 : trials[^1].Generation + 1;
        var next = Proposals.Next(
            _section, project.Training.Epochs, project.Training.QuantizedEpochs, trials, generation);
        if (next.Count > 0)
            await store.ProposeAsync(study.Name, generation, trials.Count, next, cancellation);
        return next.Count > 0;
    }

    private async Task WorkAsync(
        ITrialRunner runner, string name, Action<IReadOnlyList<Trial>> seen, CancellationToken cancellation)
    {
        while (await ProposeAsync(seen, cancellation))
        {
            if (await store.ClaimAsync(study.Name, name, Lease, cancellation) is { } trial)
                await RunAsync(runner, trial, name, cancellation);
            else
                await Task.Delay(Pause, cancellation);
        }
    }

    private async Task RunAsync(ITrialRunner runner, Trial trial, string name, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var renewal = RenewAsync(trial, name, stop);
        try
        {
            var result = await runner.RunAsync(trial, new Pipeline.SilentProgress(), stop.Token);
            await store.FinishAsync(study.Name, trial.Number, name, result, cancellation);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The lease was lost: the trial is another worker's now.
        }
        catch (OperationCanceledException)
        {
            await store.ReleaseAsync(study.Name, trial.Number, name, CancellationToken.None);
            throw;
        }
        finally
        {
            await stop.CancelAsync();
            await renewal;
        }
    }

    private async Task RenewAsync(Trial trial, string name, CancellationTokenSource stop)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Lease / 3, stop.Token);
                if (!await store.RenewAsync(study.Name, trial.Number, name, Lease, stop.Token))
                    await stop.CancelAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The trial has ended.
        }
    }
}
