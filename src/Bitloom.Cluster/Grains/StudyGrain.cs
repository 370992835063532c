using Bitloom.Exploration;
using Orleans.Concurrency;

namespace Bitloom.Cluster;

/// <summary>Claims trials in the store, with the cluster's knowledge of who lives.</summary>
internal sealed class StudyGrain(
    [PersistentState("study", SiloHost.Storage)] IPersistentState<StudyGrainState> state,
    ClusterDatabase database,
    WorkerLiveness liveness) : Grain, IStudyGrain
{
    // A trial that takes so many workers down, say by its memory, would take down all of them.
    private const int MostLosses = 5;
    private static readonly TimeSpan Watch = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, Trial> _held = [];

    private string Study => this.GetPrimaryKeyString();

    private IStudyStore Store => database.Store;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await liveness.RefreshAsync(cancellationToken);
        foreach (var trial in await Store.TrialsAsync(Study, cancellationToken))
        {
            // The lease of one that waits has ended; its worker may live all the same, and renew it.
            if (trial is { State: not TrialState.Finished, Worker: { } worker })
                _held[worker] = trial;
        }

        this.RegisterGrainTimer(ReleaseDeadAsync, new(dueTime: TimeSpan.Zero, period: Watch));
    }

    public async Task<Grant?> NextAsync(string worker)
    {
        // A silo that this one has not heard of yet would be taken for one that is long gone.
        if (!liveness.IsActive(worker) || await ListedAsync() is not { } listed)
            return null;
        if (!_held.TryGetValue(worker, out var trial))
        {
            trial = await Store.ClaimAsync(Study, worker, Lease(listed), CancellationToken.None);
            if (trial is null)
                return null;
            Hold(worker, trial);
        }

        return new(trial.Number, trial.Generation, StudyJson.Print(trial.Settings), listed.Bundle, Lease(listed));
    }

    public async Task<bool> RenewAsync(string worker, int number)
    {
        var lasts = await ListedAsync() is { } listed
            && await Store.RenewAsync(Study, number, worker, Lease(listed), CancellationToken.None);
        if (!lasts)
            Drop(worker, number);
        return lasts;
    }

    public async Task<bool> FinishAsync(string worker, int number, string result)
    {
        var finished = await Store.FinishAsync(
            Study, number, worker, StudyJson.Parse<TrialResult>(result), CancellationToken.None);
        Drop(worker, number);
        return finished;
    }

    public Task ReleaseAsync(string worker, int number, bool failed) =>
        failed ? LoseAsync(worker, number) : GiveBackAsync(worker, number);

    [ReadOnly]
    public Task<Dictionary<string, int>> HeldAsync() =>
        Task.FromResult(_held.ToDictionary(entry => entry.Key, entry => entry.Value.Number));

    private async Task ReleaseDeadAsync(CancellationToken cancellation)
    {
        foreach (var (worker, trial) in _held.Where(entry => liveness.IsDead(entry.Key)).ToArray())
            await LoseAsync(worker, trial.Number);
    }

    // Written before it is given back, so that a trial that takes its grain down with it is counted.
    private async Task LoseAsync(string worker, int number)
    {
        var losses = state.State.Losses.GetValueOrDefault(number) + 1;
        state.State.Losses[number] = losses;
        await state.WriteStateAsync();
        if (losses < MostLosses)
            await GiveBackAsync(worker, number);
        else
            await FinishAsync(worker, number, StudyJson.Print(Fatal(losses)));
    }

    private async Task GiveBackAsync(string worker, int number)
    {
        await Store.ReleaseAsync(Study, number, worker, CancellationToken.None);
        Drop(worker, number);
    }

    private static TrialResult Fatal(int losses) =>
        new([], Epochs: 0, Seconds: 0, Fault: $"{losses} workers have died or failed while they had this trial");

    // A worker whose lease had ended may still be noted as having the trial.
    private void Hold(string worker, Trial trial)
    {
        foreach (var (former, _) in _held.Where(entry => entry.Value.Number == trial.Number).ToArray())
            _held.Remove(former);
        _held[worker] = trial;
    }

    private void Drop(string worker, int number)
    {
        if (_held.TryGetValue(worker, out var trial) && trial.Number == number)
            _held.Remove(worker);
    }

    private async Task<ListedStudy?> ListedAsync() =>
        (await StudyList.ReadAsync(database.Source, CancellationToken.None))
            .FirstOrDefault(listed => listed.Study == Study);

    private static TimeSpan Lease(ListedStudy study) => TimeSpan.FromSeconds(study.Lease);
}
