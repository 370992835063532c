namespace Bitloom.Exploration.Tests.Stores;

public abstract partial class StudyStoreTests
{
    [Fact]
    public async Task Claim_GivesEachTrialOnce_InOrder()
    {
        var store = await StudyAsync(trials: 2);

        var first = await store.ClaimAsync(Study, "one", Long, Cancellation);
        var second = await store.ClaimAsync(Study, "two", Long, Cancellation);
        var third = await store.ClaimAsync(Study, "one", Long, Cancellation);

        (first!.Number, first.Worker, first.State).ShouldBe((0, "one", TrialState.Running));
        (second!.Number, second.Worker, second.State).ShouldBe((1, "two", TrialState.Running));
        third.ShouldBeNull();
        (await store.TrialsAsync(Study, Cancellation)).Select(trial => (trial.State, trial.Worker)).ShouldBe(
            [(TrialState.Running, "one"), (TrialState.Running, "two")]);
    }

    [Fact]
    public async Task ManyWorkers_FinishEachTrialOnce()
    {
        await StudyAsync(trials: 60);
        var stores = await StoresAsync(2);

        var finished = await Task.WhenAll(Enumerable.Range(0, 8).Select(worker =>
            Task.Run(() => FinishAllAsync(stores[worker % 2], $"worker {worker}"))));

        finished.SelectMany(numbers => numbers).Order().ShouldBe(Enumerable.Range(0, 60));
        (await stores[0].TrialsAsync(Study, Cancellation)).ShouldAllBe(trial =>
            trial.State == TrialState.Finished && trial.Result!.Seconds == trial.Number);
    }

    [Fact]
    public async Task Trial_IsTakenOver_WhenItsLeaseHasEnded()
    {
        var store = await StudyAsync(trials: 1);
        await store.ClaimAsync(Study, "slow", Ended, Cancellation);

        var waiting = await store.TrialsAsync(Study, Cancellation);
        var claimed = await store.ClaimAsync(Study, "quick", Long, Cancellation);
        var late = await store.FinishAsync(Study, 0, "slow", ExampleStudy.Result(1), Cancellation);
        var renewed = await store.RenewAsync(Study, 0, "slow", Long, Cancellation);
        await store.ReleaseAsync(Study, 0, "slow", Cancellation);
        var inTime = await store.FinishAsync(Study, 0, "quick", ExampleStudy.Result(2), Cancellation);

        waiting.ShouldHaveSingleItem().State.ShouldBe(TrialState.Waiting);
        claimed!.Number.ShouldBe(0);
        (late, renewed, inTime).ShouldBe((false, false, true));
        var trial = (await store.TrialsAsync(Study, Cancellation)).ShouldHaveSingleItem();
        (trial.Worker, trial.State).ShouldBe(("quick", TrialState.Finished));
        ExampleStudy.Describe(trial.Result!).ShouldBe(ExampleStudy.Describe(ExampleStudy.Result(2)));
    }

    [Fact]
    public async Task Renew_KeepsTheTrial_ThatWouldBeClaimable()
    {
        var store = await StudyAsync(trials: 1);
        await store.ClaimAsync(Study, "one", Ended, Cancellation);

        var renewed = await store.RenewAsync(Study, 0, "one", Long, Cancellation);
        var taken = await store.ClaimAsync(Study, "two", Long, Cancellation);

        renewed.ShouldBeTrue();
        taken.ShouldBeNull();
    }

    [Fact]
    public async Task Release_MakesTheTrialClaimable_AndLosesIt()
    {
        var store = await StudyAsync(trials: 1);
        await store.ClaimAsync(Study, "one", Long, Cancellation);

        await store.ReleaseAsync(Study, 0, "one", Cancellation);
        var renewed = await store.RenewAsync(Study, 0, "one", Long, Cancellation);
        var taken = await store.ClaimAsync(Study, "two", Long, Cancellation);

        renewed.ShouldBeFalse();
        taken!.Number.ShouldBe(0);
    }

    [Fact]
    public async Task Release_LeavesAFinishedTrial()
    {
        var store = await StudyAsync(trials: 1);
        await store.ClaimAsync(Study, "one", Long, Cancellation);
        await store.FinishAsync(Study, 0, "one", ExampleStudy.Result(1), Cancellation);

        await store.ReleaseAsync(Study, 0, "one", Cancellation);

        var trial = (await store.TrialsAsync(Study, Cancellation)).ShouldHaveSingleItem();
        (trial.Worker, trial.State).ShouldBe(("one", TrialState.Finished));
    }

    private static async Task<List<int>> FinishAllAsync(IStudyStore store, string worker)
    {
        List<int> finished = [];
        while (await store.ClaimAsync(Study, worker, Long, Cancellation) is { } trial)
        {
            var result = ExampleStudy.Result(1) with { Seconds = trial.Number };
            if (await store.FinishAsync(Study, trial.Number, worker, result, Cancellation))
                finished.Add(trial.Number);
        }

        return finished;
    }
}
