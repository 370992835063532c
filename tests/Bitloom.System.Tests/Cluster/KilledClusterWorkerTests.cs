using System.Globalization;
using Bitloom.SystemTests.Stores;

namespace Bitloom.SystemTests.Cluster;

/// <summary>A worker of a cluster is killed in a trial, whose lease would last for hours.</summary>
public sealed class KilledClusterWorkerTests(PostgresServer server)
{
    private const int Trials = 14;

    [Fact]
    public async Task Trial_IsDoneByAnother_WhenItsWorkerIsKilled()
    {
        await using var study = await ClusterStudy.StartAsync(server, Trials, bundle: [1, 2, 3]);
        await using var first = new WorkerProcess(study.Database, "first", milliseconds: 200);
        await using var second = new WorkerProcess(study.Database, "second", milliseconds: 200);
        await using var victim = new WorkerProcess(study.Database, "victim", milliseconds: 200, last: 1);
        var number = int.Parse(await victim.SaysAsync("at"), CultureInfo.InvariantCulture);

        await victim.KillAsync();
        var trials = await study.FinishedAsync();

        var notes = await study.NotesAsync();
        trials.Select(trial => trial.Result!.Seconds).ShouldBe(Enumerable.Range(0, Trials).Select(i => (double)i));
        BegunBy(notes, number).ShouldBe(["victim", trials[number].Worker!.Split(' ')[0]]);
        notes.Where(note => note.What == "ended").Select(note => note.Trial).Order()
            .ShouldBe(Enumerable.Range(0, Trials));
        notes.Where(note => note.What == "began" && note.Trial != number).Select(note => note.Trial).ShouldBeUnique();
        notes.Where(note => note.What == "ended").ShouldAllBe(note => note.Worker != "victim");
    }

    private static IEnumerable<string> BegunBy(IReadOnlyList<Note> notes, int number) =>
        notes.Where(note => note.Trial == number && note.What == "began").Select(note => note.Worker);
}
