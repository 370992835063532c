using System.Security.Cryptography;
using Dapper;
using Npgsql;

namespace Bitloom.Cluster;

/// <summary>The files of studies, by the SHA-256 of their bytes, in pieces that a row can have.</summary>
internal static class Bundles
{
    public const string Tables =
        """
        CREATE TABLE bitloom_bundle (
            hash TEXT NOT NULL,
            part INTEGER NOT NULL,
            data BYTEA NOT NULL,
            PRIMARY KEY (hash, part));
        """;

    private const int PartLength = 4 << 20;

    public static string HashOf(byte[] bundle) => Convert.ToHexStringLower(SHA256.HashData(bundle));

    /// <summary>Stores the bytes. What is there under their hash is replaced, as it may be damaged.</summary>
    public static async Task StoreAsync(
        NpgsqlConnection connection, string hash, byte[] bundle, CancellationToken cancellation)
    {
        const string Sql =
            """
            INSERT INTO bitloom_bundle (hash, part, data) VALUES (@hash, @part, @data)
            ON CONFLICT (hash, part) DO UPDATE SET data = excluded.data
            """;
        foreach (var (part, data) in bundle.Chunk(PartLength).Index())
            await connection.ExecuteAsync(new CommandDefinition(
                Sql, new { hash, part, data }, cancellationToken: cancellation));
    }

    /// <summary>The bytes with this hash; null when there are none, or others.</summary>
    public static async Task<byte[]?> FetchAsync(
        NpgsqlDataSource source, string hash, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var bundle = await connection.ExecuteScalarAsync<byte[]>(new CommandDefinition(
            "SELECT string_agg(data, NULL ORDER BY part) FROM bitloom_bundle WHERE hash = @hash", new { hash },
            cancellationToken: cancellation));
        return bundle is not null && HashOf(bundle) == hash ? bundle : null;
    }
}
