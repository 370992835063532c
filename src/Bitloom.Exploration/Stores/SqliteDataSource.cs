using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bitloom.Exploration;

/// <summary>Connections to a file, each of which waits while another writes.</summary>
internal sealed class SqliteDataSource(string path) : DbDataSource
{
    // Readers are not stopped by a writer, and a commit is one write to the disk. The file keeps this property.
    private const string Session = "PRAGMA busy_timeout = 60000; PRAGMA journal_mode = WAL;";

    public override string ConnectionString { get; } =
        new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 60, ForeignKeys = true }.ToString();

    protected override DbConnection CreateDbConnection() => new SqliteConnection(ConnectionString);

    protected override async ValueTask<DbConnection> OpenDbConnectionAsync(
        CancellationToken cancellationToken = default)
    {
        var connection = await base.OpenDbConnectionAsync(cancellationToken);
        try
        {
            await connection.ExecuteAsync(Session);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    protected override ValueTask DisposeAsyncCore()
    {
        using (var connection = new SqliteConnection(ConnectionString))
            SqliteConnection.ClearPool(connection);
        return base.DisposeAsyncCore();
    }
}
