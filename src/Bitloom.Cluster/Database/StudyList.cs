using Dapper;
using Npgsql;

namespace Bitloom.Cluster;

/// <summary>A study that workers may work on.</summary>
/// <param name="Study">Its name.</param>
/// <param name="Bundle">The hash of its files.</param>
/// <param name="Lease">Seconds.</param>
internal sealed record ListedStudy(string Study, string Bundle, double Lease);

/// <summary>Which studies a cluster works on: a table, so that one can be started before there is a worker.</summary>
internal static class StudyList
{
    public const string Tables =
        """
        CREATE TABLE bitloom_cluster_study (
            study TEXT PRIMARY KEY,
            bundle TEXT NOT NULL,
            lease DOUBLE PRECISION NOT NULL);
        """;

    // Nobody takes away files, as no study's any more, that somebody else is about to list.
    private const string Lock = "SELECT pg_advisory_xact_lock(hashtext('bitloom_bundle'))";

    /// <summary>Puts a study on the list, with its files.</summary>
    public static Task AddAsync(
        NpgsqlDataSource source, string study, TimeSpan lease, byte[] bundle, CancellationToken cancellation)
    {
        const string Sql =
            """
            INSERT INTO bitloom_cluster_study (study, bundle, lease) VALUES (@Study, @Bundle, @Lease)
            ON CONFLICT (study) DO UPDATE SET bundle = excluded.bundle, lease = excluded.lease
            """;
        var listed = new ListedStudy(study, Bundles.HashOf(bundle), lease.TotalSeconds);
        return ChangeAsync(
            source,
            async connection =>
            {
                await Bundles.StoreAsync(connection, listed.Bundle, bundle, cancellation);
                await connection.ExecuteAsync(Sql, listed);
            },
            cancellation);
    }

    /// <summary>Takes a study off the list, and its files away when no other study has the same.</summary>
    public static Task RemoveAsync(NpgsqlDataSource source, string study, CancellationToken cancellation) =>
        ChangeAsync(
            source,
            connection => connection.ExecuteAsync(
                """
                DELETE FROM bitloom_cluster_study WHERE study = @study;
                DELETE FROM bitloom_bundle WHERE hash NOT IN (SELECT bundle FROM bitloom_cluster_study)
                """,
                new { study }),
            cancellation);

    public static async Task<IReadOnlyList<ListedStudy>> ReadAsync(
        NpgsqlDataSource source, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return [.. await connection.QueryAsync<ListedStudy>(new CommandDefinition(
            "SELECT study, bundle, lease FROM bitloom_cluster_study ORDER BY study COLLATE \"C\"",
            cancellationToken: cancellation))];
    }

    private static async Task ChangeAsync(
        NpgsqlDataSource source, Func<NpgsqlConnection, Task> change, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync(Lock);
        await change(connection);
        await transaction.CommitAsync(cancellation);
    }
}
