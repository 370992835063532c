using Bitloom.Cluster;
using Bitloom.SystemTests.Stores;
using Dapper;
using Npgsql;

namespace Bitloom.SystemTests.Cluster;

/// <summary>What a worker's runner has noted.</summary>
internal sealed record Note(int Trial, string Worker, string What, string Bundle);

/// <summary>
/// A study in a database of its own, with its driver. Its lease is so long that no test sees one end, if not said
/// otherwise.
/// </summary>
internal sealed class ClusterStudy : IAsyncDisposable
{
    public const string Name = ExampleStudy.Name;

    private static readonly TimeSpan Lease = TimeSpan.FromHours(6);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private ClusterStudy(string database, ClusterDriver driver) => (Database, Driver) = (database, driver);

    public string Database { get; }

    public ClusterDriver Driver { get; }

    /// <summary>As diagnostics name it.</summary>
    public string Location => PostgresAddress.Describe(PostgresAddress.Parse(Database)!);

    public static async Task<ClusterStudy> StartAsync(
        PostgresServer server, int trials, byte[] bundle, TimeSpan? lease = null)
    {
        var database = server.SocketOf(await server.MakeDatabaseAsync());
        var driver = await OpenAsync(new(database) { Lease = lease ?? Lease });
        (await driver.StartAsync(ExampleStudy.Definition, bundle)).Diagnostics.ShouldBeEmpty();
        await driver.Store.ProposeAsync(
            Name, generation: 0, firstNumber: 0, ExampleStudy.Settings(trials), CancellationToken.None);
        await using var connection = new NpgsqlConnection(database);
        await connection.ExecuteAsync(
            "CREATE TABLE note (id SERIAL PRIMARY KEY, trial INTEGER, worker TEXT, what TEXT, bundle TEXT)");
        return new(database, driver);
    }

    public static async Task<ClusterDriver> OpenAsync(ClusterOptions options)
    {
        var opened = await ClusterDriver.OpenAsync(options);
        opened.Diagnostics.ShouldBeEmpty();
        return opened.Value!;
    }

    /// <summary>The trials, once all are finished.</summary>
    public async Task<IReadOnlyList<Trial>> FinishedAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        return await Driver.WaitAsync(Name, progress: null, limit.Token);
    }

    /// <summary>The only trial, once it is as is asked.</summary>
    public async Task<Trial> TrialAsync(Func<Trial, bool> wanted)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var trials = await Driver.Store.TrialsAsync(Name, limit.Token);
            if (wanted(trials.ShouldHaveSingleItem()))
                return trials[0];
            await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token);
        }
    }

    /// <summary>When the lease of the only trial ends, once that is later than so.</summary>
    public async Task<double> LeaseAsync(double after)
    {
        using var limit = new CancellationTokenSource(Patience);
        await using var connection = new NpgsqlConnection(Database);
        while (true)
        {
            var end = await connection.ExecuteScalarAsync<double?>("SELECT lease FROM bitloom_trial") ?? 0;
            if (end > after)
                return end;
            await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token);
        }
    }

    /// <summary>The workers, once they are as is asked.</summary>
    public async Task<IReadOnlyList<WorkerState>> WorkersAsync(Func<IReadOnlyList<WorkerState>, bool> wanted)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var workers = await Driver.WorkersAsync(Name, limit.Token);
            if (wanted(workers))
                return workers;
            await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token);
        }
    }

    /// <summary>The notes of all workers, in their order.</summary>
    public async Task<IReadOnlyList<Note>> NotesAsync()
    {
        await using var connection = new NpgsqlConnection(Database);
        return [.. await connection.QueryAsync<Note>("SELECT trial, worker, what, bundle FROM note ORDER BY id")];
    }

    /// <summary>Lets a worker end the trial that it has been told to hold.</summary>
    public async Task LetGoAsync(string worker)
    {
        await using var connection = new NpgsqlConnection(Database);
        await connection.ExecuteAsync(
            "INSERT INTO note (trial, worker, what, bundle) VALUES (-1, @worker, 'go', '')", new { worker });
    }

    public ValueTask DisposeAsync() => Driver.DisposeAsync();
}
