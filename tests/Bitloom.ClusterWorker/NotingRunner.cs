using System.Security.Cryptography;
using Bitloom.Exploration;
using Bitloom.Pipeline;
using Dapper;
using Npgsql;

namespace Bitloom.KilledProcess;

/// <summary>
/// A trial that takes some time and has a result that follows from its settings. What is begun and finished is noted
/// in a table of the tests.
/// </summary>
internal sealed class NotingRunner(string database, string name, byte[] bundle, TimeSpan duration, int last)
    : ITrialRunner
{
    private int _begun;

    public async Task<TrialResult> RunAsync(Trial trial, IStageProgress progress, CancellationToken cancellation)
    {
        await NoteAsync(trial, "began");
        _begun++;
        Console.WriteLine($"at {trial.Number}");
        await Task.Delay(duration, cancellation);
        while (_begun == last && !await MayEndAsync())
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellation);
        await NoteAsync(trial, "ended");
        return new([], Epochs: trial.Settings.Count, Seconds: trial.Number, Fault: "nothing was trained");
    }

    private async Task<bool> MayEndAsync()
    {
        await using var connection = new NpgsqlConnection(database);
        return await connection.ExecuteScalarAsync<bool>(
            "SELECT EXISTS (SELECT 1 FROM note WHERE worker = @name AND what = 'go')", new { name });
    }

    private async Task NoteAsync(Trial trial, string what)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.ExecuteAsync(
            "INSERT INTO note (trial, worker, what, bundle) VALUES (@Number, @name, @what, @hash)",
            new { trial.Number, name, what, hash = Convert.ToHexStringLower(SHA256.HashData(bundle)) });
    }
}
