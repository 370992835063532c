using System.Data.Common;
using System.Text.Json;

namespace Bitloom.Exploration;

/// <summary>Connections to a database, and what to do when one fails.</summary>
/// <param name="location">As diagnostics name it: without a password.</param>
internal sealed class StudyDatabase(DbDataSource source, SqlDialect dialect, string location) : IAsyncDisposable
{
    // Together some twelve seconds, in which a server has restarted.
    private const int Attempts = 8;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);

    public SqlDialect Dialect => dialect;

    public string Location => location;

    /// <summary>One selection.</summary>
    /// <exception cref="StudyStoreException">The database failed.</exception>
    public Task<T> ReadAsync<T>(Func<SqlSession, Task<T>> work, CancellationToken cancellation) =>
        PersistAsync(() => SelectAsync(work, cancellation), cancellation);

    /// <summary>
    /// One transaction. It can be repeated although it has succeeded, when the connection broke before that was known.
    /// </summary>
    /// <exception cref="StudyStoreException">The database failed.</exception>
    public Task<T> WriteAsync<T>(Func<SqlSession, Task<T>> work, CancellationToken cancellation) =>
        PersistAsync(() => TransactAsync(work, cancellation), cancellation);

    /// <summary>One transaction, tried once.</summary>
    /// <exception cref="DbException">The database failed, or cannot be reached.</exception>
    public async Task<T> TransactAsync<T>(Func<SqlSession, Task<T>> work, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var result = await work(new SqlSession(connection, transaction, cancellation));
        await transaction.CommitAsync(cancellation);
        return result;
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private async Task<T> SelectAsync<T>(Func<SqlSession, Task<T>> work, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await work(new SqlSession(connection, transaction: null, cancellation));
    }

    private async Task<T> PersistAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work();
            }
            catch (DbException fault) when (fault.IsTransient && attempt < Attempts)
            {
                await Task.Delay(FirstPause * Math.Pow(2, attempt - 1), cancellation);
            }
            catch (Exception fault) when (fault is DbException or JsonException)
            {
                throw new StudyStoreException(StudyFaults.Failed(this, fault), fault);
            }
        }
    }
}
