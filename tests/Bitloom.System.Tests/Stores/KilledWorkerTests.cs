using System.Collections.Concurrent;
using System.Globalization;
using Bitloom.Toolchain;

namespace Bitloom.SystemTests.Stores;

/// <summary>What a study is after a process that worked on it was killed.</summary>
public sealed class KilledWorkerTests(PostgresServer server) : IDisposable
{
    private const string Study = ExampleStudy.Name;
    private const int Never = -1;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task Trial_ComesBack_WhenTheLeaseOfAKilledWorkerEnds(string database)
    {
        var place = await StudyAsync(database, trials: 5);
        await RunAsync(place, "killed", leaseSeconds: 2, last: 3, killAt: line => line == "claimed 3");
        await using var store = await OpenAsync(place);

        var first = await ClaimAsync(store);
        var second = await ClaimAsync(store);

        new[] { first, second }.Order().ShouldBe([3, 4]);
        var trials = await store.TrialsAsync(Study, Cancellation);
        trials.Take(3).ShouldAllBe(trial => trial.State == TrialState.Finished && trial.Result!.Fault == "killed");
        trials.Skip(3).ShouldAllBe(trial => trial.State == TrialState.Running && trial.Worker == "heir");
    }

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task FinishedTrials_Stay_WhenWorkersAreKilledAnywhere(string database)
    {
        var place = await StudyAsync(database, trials: 400);
        List<(int Number, string Worker)> finished = [];

        foreach (var count in (int[])[1, 3, 10, 40, 70])
        {
            var worker = $"killed at {count}";
            var numbers = await RunUntilAsync(place, worker, count);
            finished.AddRange(numbers.Select(number => (number, worker)));
        }

        finished.Select(entry => entry.Number).ShouldBeUnique();
        await RunAsync(place, "last", leaseSeconds: 60, Never, killAt: _ => false);
        await using var store = await OpenAsync(place);
        var trials = await store.TrialsAsync(Study, Cancellation);
        finished.ShouldAllBe(entry => trials[entry.Number].Result!.Fault == entry.Worker);
        trials.ShouldAllBe(trial => trial.State == TrialState.Finished && trial.Result!.Seconds == trial.Number);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<IStudyStore> OpenAsync(string place)
    {
        var opened = await StudyStores.OpenAsync(place, Cancellation);
        opened.Diagnostics.ShouldBeEmpty();
        return opened.Value!;
    }

    // A lease of the killed process may still last.
    private static async Task<int> ClaimAsync(IStudyStore store)
    {
        while (true)
        {
            if (await store.ClaimAsync(Study, "heir", TimeSpan.FromHours(1), Cancellation) is { } trial)
                return trial.Number;
            await Task.Delay(TimeSpan.FromMilliseconds(50), Cancellation);
        }
    }

    /// <summary>The trials that the worker was told are finished, before it was killed after so many.</summary>
    private static async Task<IReadOnlyCollection<int>> RunUntilAsync(string place, string worker, int count)
    {
        ConcurrentQueue<int> finished = [];
        await RunAsync(place, worker, leaseSeconds: 0, Never, killAt: line =>
        {
            if (line.Split(' ') is ["finished", var number])
                finished.Enqueue(int.Parse(number, CultureInfo.InvariantCulture));
            return finished.Count == count;
        });
        return finished;
    }

    private static async Task RunAsync(
        string place, string worker, int leaseSeconds, int last, Func<string, bool> killAt)
    {
        using var kill = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var killed = false;
        string[] arguments = [place, Study, worker, $"{leaseSeconds}", $"{last}"];
        var result = await ProcessRunner.RunAsync(
            new ProcessRequest(Path.Combine(AppContext.BaseDirectory, "Bitloom.StudyWorker"), [.. arguments])
            {
                OnLine = line =>
                {
                    if (!killAt(line) || killed)
                        return;
                    killed = true;
                    kill.Cancel();
                },
            },
            kill.Token);
        (result.Outcome, result.ExitCode).ShouldBe(
            killed ? (ProcessOutcome.Cancelled, -1) : (ProcessOutcome.Exited, 0));
    }

    private async Task<string> StudyAsync(string database, int trials)
    {
        var place = database == "SQLite" ? _folder.Path : await server.MakeDatabaseAsync();
        await using var store = await OpenAsync(place);
        await store.OpenAsync(ExampleStudy.Definition, Cancellation);
        await store.ProposeAsync(Study, generation: 0, firstNumber: 0, ExampleStudy.Settings(trials), Cancellation);
        return place;
    }
}
