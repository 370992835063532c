using Dapper;
using Npgsql;

namespace Bitloom.Cluster;

/// <summary>The tables of a cluster, made by whoever comes first.</summary>
internal static class ClusterSchema
{
    /// <summary>Of the tables, of the queries, and of what the workers say to one another.</summary>
    public const int Version = 1;

    private const string VersionTable = "bitloom_cluster_schema";

    // Orleans looks for its queries in a table of this name.
    private const string Tables =
        $"""
        {MembershipQueries.Tables}
        {GrainQueries.Tables}
        CREATE TABLE OrleansQuery (QueryKey VARCHAR(64) PRIMARY KEY, QueryText VARCHAR(8000) NOT NULL);
        {Bundles.Tables}
        {StudyList.Tables}
        CREATE TABLE {VersionTable} (version INTEGER NOT NULL);
        INSERT INTO {VersionTable} VALUES (1);
        """;

    /// <summary>Makes the tables when there are none; the version of those that are there then.</summary>
    /// <exception cref="NpgsqlException">The database failed, or cannot be reached.</exception>
    public static async Task<int> EnsureAsync(NpgsqlDataSource source, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync($"SELECT pg_advisory_xact_lock(hashtext('{VersionTable}'))");
        if (!await connection.ExecuteScalarAsync<bool>($"SELECT to_regclass('{VersionTable}') IS NOT NULL"))
            await MakeAsync(connection);
        var version = await connection.ExecuteScalarAsync<int>($"SELECT version FROM {VersionTable}");
        await transaction.CommitAsync(cancellation);
        return version;
    }

    private static async Task MakeAsync(NpgsqlConnection connection)
    {
        await connection.ExecuteAsync(Tables);
        await connection.ExecuteAsync(
            "INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES (@Key, @Value)",
            MembershipQueries.All.Concat(GrainQueries.All).Select(query => new { query.Key, query.Value }));
    }
}
