using System.Diagnostics;
using Bitloom.Exploration.Tests.Stores;

namespace Bitloom.Exploration.Tests.Running;

/// <summary>Sessions on a study in a file, whose trials take no time.</summary>
public sealed class StudySessionTests : IAsyncLifetime
{
    private const string Study = "s";
    private const int Trials = 6;

    private readonly TinyProject _tiny = new();
    private readonly List<IStudyStore> _stores = [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _stores)
            await store.DisposeAsync();
        _tiny.Dispose();
    }

    [Fact]
    public async Task TwoSessions_FinishEveryTrialOnce()
    {
        var (first, second) = (await SessionAsync("study", "first"), await SessionAsync("study", "second"));
        FakeRunner[] runners = [new(), new(), new(), new()];

        await Task.WhenAll(
            first.RunAsync(runners[..2], _ => { }, Cancellation), second.RunAsync(runners[2..], _ => { }, Cancellation));

        runners.SelectMany(runner => runner.Asked).Order().ShouldBe(Enumerable.Range(0, Trials));
        (await TrialsAsync("study")).ShouldAllBe(trial => trial.State == TrialState.Finished);
    }

    [Fact]
    public async Task Session_GivesItsTrialBack_WhenItIsCancelled()
    {
        using var stop = new CancellationTokenSource();
        var runner = new FakeRunner { Work = (_, cancellation) => StopAsync(stop, cancellation) };
        var session = await SessionAsync("study", "worker");

        await Should.ThrowAsync<OperationCanceledException>(() => session.RunAsync([runner], _ => { }, stop.Token));

        runner.Asked.ShouldBe([0]);
        (await TrialsAsync("study")).Select(trial => trial.State).ShouldBe(Enumerable.Repeat(TrialState.Waiting, 3));
    }

    [Fact]
    public async Task Session_TakesOver_WhatAKilledOneHad()
    {
        var session = await SessionAsync("study", "worker");
        await session.ProposeAsync(_ => { }, Cancellation);
        await _stores[0].ClaimAsync(Study, "killed", lease: TimeSpan.FromSeconds(-1), Cancellation);
        var runner = new FakeRunner();

        var trials = await session.RunAsync([runner], _ => { }, Cancellation);

        runner.Asked.ShouldBe(Enumerable.Range(0, Trials));
        trials.ShouldAllBe(trial => trial.Worker == "worker-0" && trial.State == TrialState.Finished);
    }

    [Fact]
    public async Task Session_StopsTheOthers_WhenOneRunnerFails()
    {
        var broken = new FakeRunner { Work = (_, _) => throw new InvalidOperationException("broken") };
        var waiting = new FakeRunner { Work = (_, cancellation) => Task.Delay(Timeout.Infinite, cancellation) };
        var session = await SessionAsync("study", "worker");

        await Should.ThrowAsync<InvalidOperationException>(() =>
            session.RunAsync([waiting, broken], _ => { }, Cancellation));

        (await TrialsAsync("study")).ShouldAllBe(trial => trial.State != TrialState.Finished);
    }

    [Fact]
    public async Task Session_DoesNothingMore_WhenTheStudyIsFinished()
    {
        var before = await (await SessionAsync("study", "first")).RunAsync([new FakeRunner()], _ => { }, Cancellation);
        var runner = new FakeRunner();

        var after = await (await SessionAsync("study", "second")).RunAsync([runner], _ => { }, Cancellation);

        runner.Asked.ShouldBeEmpty();
        after.Select(Describe).ShouldBe(before.Select(Describe));
    }

    [Fact]
    public async Task Study_InTwoHalves_IsThatInOneGo()
    {
        var whole = await (await SessionAsync("whole", "worker")).RunAsync([new FakeRunner()], _ => { }, Cancellation);
        using var stop = new CancellationTokenSource();
        var half = new FakeRunner
        {
            Work = (trial, cancellation) => trial.Number < 4 ? Task.CompletedTask : StopAsync(stop, cancellation),
        };

        var first = await SessionAsync("halves", "worker");
        await Should.ThrowAsync<OperationCanceledException>(() => first.RunAsync([half], _ => { }, stop.Token));
        var rest = new FakeRunner();
        var halves = await (await SessionAsync("halves", "worker")).RunAsync([rest], _ => { }, Cancellation);

        rest.Asked.ShouldBe([4, 5]);
        halves.Select(Describe).ShouldBe(whole.Select(Describe));
        whole.Select(trial => trial.Generation).ShouldBe([0, 0, 0, 1, 1, 1]);
    }

    [Fact]
    public async Task Session_TellsTheTrials_AsTheyAreFinished()
    {
        var seen = new List<int>();

        await (await SessionAsync("study", "worker")).RunAsync(
            [new FakeRunner()],
            trials => seen.Add(trials.Count(trial => trial.State == TrialState.Finished)), Cancellation);

        seen.ShouldBe(Enumerable.Range(0, Trials + 1));
    }

    [Fact]
    public async Task TrialsOfDeadProcesses_AreGivenBack_AndNoOthers()
    {
        var session = await SessionAsync("study", "worker");
        await session.ProposeAsync(_ => { }, Cancellation);
        using var process = Process.Start("true");
        await process.WaitForExitAsync(Cancellation);
        string[] workers =
        [
            $"{Environment.MachineName}-{process.Id}-1-0", $"elsewhere-{process.Id}-1-0", LocalWorkers.OwnName() + "-0",
        ];
        foreach (var worker in workers)
            await _stores[0].ClaimAsync(Study, worker, TimeSpan.FromMinutes(1), Cancellation);

        await LocalWorkers.ReleaseDeadAsync(_stores[0], Study, Cancellation);

        (await TrialsAsync("study")).Select(trial => trial.State).ShouldBe(
            [TrialState.Waiting, TrialState.Running, TrialState.Running]);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task StopAsync(CancellationTokenSource stop, CancellationToken cancellation)
    {
        await stop.CancelAsync();
        await Task.Delay(Timeout.Infinite, cancellation);
    }

    private static string Describe(Trial trial) =>
        $"{trial.Number} {trial.Generation} {string.Join(' ', trial.Settings)} {ExampleStudy.Describe(trial.Result!)}";

    private async Task<IReadOnlyList<Trial>> TrialsAsync(string place) =>
        await (await StoreAsync(place)).TrialsAsync(Study, Cancellation);

    private async Task<StudySession> SessionAsync(string place, string worker)
    {
        var (project, data) = _tiny.Read();
        var store = await StoreAsync(place);
        var study = await store.OpenAsync(StudyDefinitions.Of(project, data, Study), Cancellation);
        return new(store, study.Value!, project, worker);
    }

    private async Task<IStudyStore> StoreAsync(string place)
    {
        var store = await StudyStores.OpenAsync(_tiny[place], Cancellation);
        _stores.Add(store.Value!);
        return store.Value!;
    }
}
