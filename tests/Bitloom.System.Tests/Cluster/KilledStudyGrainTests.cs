using Bitloom.Cluster;
using Bitloom.SystemTests.Stores;
using Orleans.Runtime;

namespace Bitloom.SystemTests.Cluster;

/// <summary>The worker is killed that hands out the trials, while both have one; a single one is left.</summary>
public sealed class KilledStudyGrainTests(PostgresServer server)
{
    private const int Trials = 6;

    [Fact]
    public async Task Study_GoesOnWithTheSurvivor_WhenTheWorkerThatHandsItOutIsKilled()
    {
        await using var study = await ClusterStudy.StartAsync(server, Trials, bundle: [1]);
        await using var one = new WorkerProcess(study.Database, "one", milliseconds: 100, last: 2);
        await using var other = new WorkerProcess(study.Database, "other", milliseconds: 100, last: 2);
        await Task.WhenAll(one.SaysAsync("at", times: 2), other.SaysAsync("at", times: 2));
        var host = await HostAsync(study);
        var (victim, survivor) = await one.SaysAsync("joined") == host ? (one, other) : (other, one);
        var taken = await victim.SaysAsync("at", times: 2);

        await victim.KillAsync();
        await study.LetGoAsync(survivor.Name);
        var trials = await study.FinishedAsync();

        trials.Count.ShouldBe(Trials);
        var again = (await study.NotesAsync()).Where(note => note.What == "began").GroupBy(note => note.Trial)
            .Where(begun => begun.Count() > 1).ShouldHaveSingleItem();
        again.Select(note => $"{note.Trial} {note.Worker}")
            .ShouldBe([$"{taken} {victim.Name}", $"{taken} {survivor.Name}"]);
        victim.Lines.ShouldContain($"joined {host}");
    }

    private static async Task<string> HostAsync(ClusterStudy study)
    {
        var grains = study.Driver.Client.Grains!;
        var address = await grains.GetGrain<IManagementGrain>(0)
            .GetActivationAddress(grains.GetGrain<IStudyGrain>(ClusterStudy.Name));
        return address!.Endpoint.ToString();
    }
}
