using Bitloom.SystemTests.Stores;

namespace Bitloom.SystemTests.Cluster;

/// <summary>A worker whose machine sleeps until the others count it as dead.</summary>
public sealed class PausedWorkerTests(PostgresServer server)
{
    [Fact]
    public async Task Worker_JoinsAnew_WithoutItsTrial_WhenItWasDeclaredDeadMeanwhile()
    {
        await using var study = await ClusterStudy.StartAsync(server, trials: 3, bundle: [1]);
        await using var sleeper = new WorkerProcess(study.Database, "sleeper", milliseconds: 0, last: 1);
        await sleeper.SaysAsync("at");
        await using var other = new WorkerProcess(study.Database, "other", milliseconds: 0);
        await other.SaysAsync("joined");

        await sleeper.SignalAsync("STOP");
        var trials = await study.FinishedAsync();
        await sleeper.SignalAsync("CONT");
        await sleeper.SaysAsync("joined", times: 2);

        trials.ShouldAllBe(trial => trial.Worker!.StartsWith("other ", StringComparison.Ordinal));
        sleeper.Lines.ShouldNotContain(line => line.StartsWith("finished ", StringComparison.Ordinal));
        (await sleeper.TerminateAsync()).ShouldBe(0);
    }
}
