using Bitloom.SystemTests.Stores;

namespace Bitloom.SystemTests.Commands;

/// <summary>Three <c>bitloom worker</c> and one <c>bitloom explore --cluster</c>, with a real PostgreSQL.</summary>
public sealed class ClusterCommandTests(PostgresServer server) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Search_FinishesEveryTrial_WhenAWorkerIsKilledInOne()
    {
        var database = server.SocketOf(await server.MakeDatabaseAsync());
        await using var victim = new BitloomProcess("worker", "--database", database, "--name", "victim");
        await victim.SaysAsync("joined the cluster");
        await using var search = new BitloomProcess(SmallSearch.Line(_folder.Path, "--cluster", database));
        await victim.SaysAsync("trial 0 begins");
        await using var second = new BitloomProcess("worker", "--database", database, "--name", "second");
        await using var third = new BitloomProcess("worker", "--database", database, "--name", "third");

        await victim.KillAsync();
        var code = await search.EndsAsync();

        var trials = await SmallSearch.TrialsAsync(database);
        code.ShouldBe(0, search.Text);
        trials.Count.ShouldBe(SmallSearch.Trials);
        trials.ShouldAllBe(trial => trial.State == TrialState.Finished && trial.Result!.Fault == null);
        trials[0].Worker!.ShouldNotStartWith("victim");
        File.Exists(Path.Combine(_folder.Path, "explore", "weather.html")).ShouldBeTrue();
    }
}
