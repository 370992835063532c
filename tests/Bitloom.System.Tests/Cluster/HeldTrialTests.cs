using Bitloom.Cluster;
using Bitloom.Diagnostics;
using Bitloom.SystemTests.Stores;

namespace Bitloom.SystemTests.Cluster;

/// <summary>What goes on while a worker has a trial.</summary>
public sealed class HeldTrialTests(PostgresServer server) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<TrialResult> _result =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task Lease_IsRenewed_UntilTheStudyIsStopped()
    {
        await using var study = await ClusterStudy.StartAsync(
            server, trials: 1, bundle: [1], lease: TimeSpan.FromSeconds(3));
        var worker = RunAsync(study);

        var first = await study.LeaseAsync(after: 0);
        var second = await study.LeaseAsync(after: first);
        await study.LeaseAsync(after: second);
        await study.Driver.StopAsync(ClusterStudy.Name, CancellationToken.None);
        var trial = await study.TrialAsync(trial => trial is { State: TrialState.Waiting, Worker: null });
        await _stop.CancelAsync();

        (await worker).ShouldBeEmpty();
        trial.Result.ShouldBeNull();
    }

    [Fact]
    public async Task Result_Arrives_WhenTheServerHasEndedAllConnections()
    {
        await using var study = await ClusterStudy.StartAsync(server, trials: 1, bundle: [1]);
        var worker = RunAsync(study);
        await study.TrialAsync(trial => trial.State == TrialState.Running);

        await server.ExecuteAsync(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            + $"WHERE datname = '{study.Location.Split('/')[^1]}'");
        _result.SetResult(ExampleStudy.Result(2));
        var trial = await study.TrialAsync(trial => trial.State == TrialState.Finished);
        await _stop.CancelAsync();

        (await worker).ShouldBeEmpty();
        ExampleStudy.Describe(trial.Result!).ShouldBe(ExampleStudy.Describe(ExampleStudy.Result(2)));
    }

    public void Dispose() => _stop.Dispose();

    private Task<IReadOnlyList<Diagnostic>> RunAsync(ClusterStudy study)
    {
        var runner = new TestRunner((_, cancellation) => _result.Task.WaitAsync(cancellation));
        return ClusterWorker.RunAsync(new(study.Database), (_, _) => runner, runner, _stop.Token);
    }
}
