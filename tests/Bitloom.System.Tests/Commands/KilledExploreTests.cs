namespace Bitloom.SystemTests.Commands;

/// <summary><c>bitloom explore</c> in processes that are killed, or that are two.</summary>
public sealed class KilledExploreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Store => Path.Combine(_folder.Path, "explore");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Study_GoesOnBehindItsFinishedTrials_WhenItsProcessWasKilled()
    {
        await using (var killed = new BitloomProcess(SmallSearch.Line(_folder.Path)))
        {
            await killed.SaysAsync("front");
            await killed.KillAsync();
        }

        var before = (await SmallSearch.TrialsAsync(Store)).Where(trial => trial.State == TrialState.Finished).ToArray();
        await using var resumed = new BitloomProcess(SmallSearch.Line(_folder.Path));
        var code = await resumed.EndsAsync();

        var after = await SmallSearch.TrialsAsync(Store);
        code.ShouldBe(0, resumed.Text);
        before.ShouldNotBeEmpty();
        after.Count.ShouldBe(SmallSearch.Trials);
        after.ShouldAllBe(trial => trial.State == TrialState.Finished && trial.Result!.Fault == null);
        foreach (var trial in before)
        {
            after[trial.Number].Worker.ShouldBe(trial.Worker);
            after[trial.Number].Result!.Seconds.ShouldBe(trial.Result!.Seconds);
        }
    }

    [Fact]
    public async Task Study_IsDoneByTwoProcesses_EachTrialByOneOfThem()
    {
        await using var first = new BitloomProcess(SmallSearch.Line(_folder.Path));
        await using var second = new BitloomProcess(SmallSearch.Line(_folder.Path));

        var codes = new[] { await first.EndsAsync(), await second.EndsAsync() };

        var trials = await SmallSearch.TrialsAsync(Store);
        codes.ShouldBe([0, 0], first.Text + second.Text);
        trials.Count.ShouldBe(SmallSearch.Trials);
        trials.ShouldAllBe(trial => trial.State == TrialState.Finished && trial.Result!.Fault == null);
        trials.Select(trial => trial.Worker!.Split('-')[^2]).Distinct().Count().ShouldBe(2);
    }
}
