using Bitloom.Cluster;
using Bitloom.Diagnostics;
using Bitloom.SystemTests.Stores;

namespace Bitloom.SystemTests.Cluster;

public sealed class FailingTrialTests(PostgresServer server)
{
    [Fact]
    public async Task Trial_IsFinishedWithAFault_WhenFiveWorkersHaveFailedOnIt()
    {
        await using var study = await ClusterStudy.StartAsync(server, trials: 2, bundle: [1]);
        var failing = new TestRunner((trial, _) => trial.Number == 0
            ? throw new InvalidOperationException("too large")
            : Task.FromResult(ExampleStudy.Result(1)));
        for (var worker = 0; worker < 5; worker++)
            (await Should.ThrowAsync<InvalidOperationException>(RunAsync(study, failing, CancellationToken.None)))
                .Message.ShouldBe("too large");
        using var stop = new CancellationTokenSource();

        var last = RunAsync(study, failing, stop.Token);
        var trials = await study.FinishedAsync();
        await stop.CancelAsync();

        (await last).ShouldBeEmpty();
        trials.Select(trial => trial.Result!.Fault)
            .ShouldBe(["5 workers have died or failed while they had this trial", null]);
    }

    private static Task<IReadOnlyList<Diagnostic>> RunAsync(
        ClusterStudy study, TestRunner runner, CancellationToken cancellation) =>
        ClusterWorker.RunAsync(new(study.Database), (_, _) => runner, runner, cancellation);
}
