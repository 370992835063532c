using System.Security.Cryptography;
using Bitloom.SystemTests.Stores;

namespace Bitloom.SystemTests.Cluster;

/// <summary>Workers that come and go as they should.</summary>
public sealed class LeavingWorkerTests(PostgresServer server)
{
    private const int Trials = 4;

    [Fact]
    public async Task Trial_IsGivenBack_AndDoneByOneThatJoinsLater_WhenAWorkerIsToldToEnd()
    {
        var bundle = RandomNumberGenerator.GetBytes(20_000_000);
        await using var study = await ClusterStudy.StartAsync(server, Trials, bundle);
        await using var first = new WorkerProcess(study.Database, "first", milliseconds: 0, last: 2);
        await first.SaysAsync("at", times: 2);
        var working = await study.WorkersAsync(workers => workers is [{ Trial: 1 }]);

        var exitCode = await first.TerminateAsync();
        var left = await study.Driver.Store.TrialsAsync(ClusterStudy.Name, CancellationToken.None);
        await using var second = new WorkerProcess(study.Database, "second", milliseconds: 0);
        var trials = await study.FinishedAsync();

        exitCode.ShouldBe(0);
        first.Lines.ShouldNotContain(line => line.StartsWith("trouble ", StringComparison.Ordinal));
        working.ShouldBe([new("first", await first.SaysAsync("joined"), Trial: 1)]);
        left.Select(trial => trial.State).ShouldBe(
            [TrialState.Finished, TrialState.Waiting, TrialState.Waiting, TrialState.Waiting]);
        var notes = await study.NotesAsync();
        notes.ShouldAllBe(note => note.Bundle == Convert.ToHexStringLower(SHA256.HashData(bundle)));
        notes.Where(note => note.What == "began").Select(note => $"{note.Trial} {note.Worker}").ShouldBe(
            ["0 first", "1 first", "1 second", "2 second", "3 second"]);
        trials.ShouldAllBe(trial => trial.Result!.Seconds == trial.Number && trial.Result.Epochs == 2);
    }
}
