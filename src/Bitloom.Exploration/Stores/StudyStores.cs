using System.Data.Common;
using System.Net.Sockets;
using System.Security.Authentication;
using Bitloom.Diagnostics;
using Npgsql;

namespace Bitloom.Exploration;

/// <summary>Opens the stores of studies.</summary>
public static class StudyStores
{
    /// <summary>The file that a folder's studies are in.</summary>
    public const string FileName = "study.db";

    /// <summary>Whether a place is a database of a server, whose address may hold a password.</summary>
    public static bool IsServer(string place) => PostgresAddress.IsOne(place);

    private const string Extension = ".db";

    /// <summary>
    /// Opens a store, making it when there is none. A <c>postgresql://</c> URL, or <c>Host=...</c> with what else
    /// Npgsql takes, is a database of a PostgreSQL server, which processes on several machines can share. Anything
    /// else is a path on this machine: of a file of SQLite (<c>.db</c>, or one that is there), or of its folder.
    /// </summary>
    public static async Task<Checked<IStudyStore>> OpenAsync(string place, CancellationToken cancellation = default)
    {
        if (!IsServer(place))
            return await OpenFileAsync(FileOf(place), cancellation);
        return PostgresAddress.Parse(place.Trim()) is { } address
            ? await OpenServerAsync(address, cancellation)
            : Checked.Failure<IStudyStore>(StudyFaults.NoAddress());
    }

    private static string FileOf(string place) =>
        place.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) && !Directory.Exists(place) || File.Exists(place)
            ? Path.GetFullPath(place)
            : Path.GetFullPath(Path.Combine(place, FileName));

    private static Task<Checked<IStudyStore>> OpenFileAsync(string file, CancellationToken cancellation) =>
        OpenAsync(
            file, SqlDialect.Sqlite,
            () =>
            {
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                return new SqliteDataSource(file);
            },
            cancellation);

    private static Task<Checked<IStudyStore>> OpenServerAsync(
        NpgsqlConnectionStringBuilder address, CancellationToken cancellation) =>
        OpenAsync(
            PostgresAddress.Describe(address), SqlDialect.Postgres,
            () => NpgsqlDataSource.Create(address), cancellation);

    private static async Task<Checked<IStudyStore>> OpenAsync(
        string location, SqlDialect dialect, Func<DbDataSource> connect, CancellationToken cancellation)
    {
        StudyDatabase? database = null;
        try
        {
            database = new StudyDatabase(connect(), dialect, location);
            if (await StudySchema.EnsureAsync(database, cancellation) is not { } fault)
                return Checked.Success<IStudyStore>(new SqlStudyStore(database));
            await database.DisposeAsync();
            return Checked.Failure<IStudyStore>(fault);
        }
        catch (Exception fault) when (IsOfThePlace(fault))
        {
            if (database is not null)
                await database.DisposeAsync();
            return Checked.Failure<IStudyStore>(StudyFaults.CannotOpen(location, dialect, fault));
        }
    }

    private static bool IsOfThePlace(Exception fault) => fault is
        DbException or IOException or SocketException or TimeoutException or UnauthorizedAccessException
        or ArgumentException or AuthenticationException;
}
