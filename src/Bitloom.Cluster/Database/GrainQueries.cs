namespace Bitloom.Cluster;

/// <summary>What Orleans asks of a database to keep the state of grains.</summary>
internal static class GrainQueries
{
    public const string Tables =
        """
        CREATE TABLE bitloom_grain (
            ServiceId TEXT NOT NULL,
            GrainType TEXT NOT NULL,
            N0 BIGINT NOT NULL,
            N1 BIGINT NOT NULL,
            Name TEXT NOT NULL,
            Payload BYTEA,
            Version INTEGER NOT NULL,
            PRIMARY KEY (ServiceId, GrainType, N0, N1, Name));
        """;

    private const string Name = "COALESCE(CAST(@GrainIdExtensionString AS TEXT), '')";
    private const string Held = "CAST(@GrainStateVersion AS INTEGER)";

    private const string TheGrain =
        "ServiceId = @ServiceId AND GrainType = @GrainTypeString "
        + $"AND N0 = @GrainIdN0 AND N1 = @GrainIdN1 AND Name = {Name}";

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["ReadFromStorageKey"] =
            $"SELECT Payload AS PayloadBinary, Version FROM bitloom_grain WHERE {TheGrain}",
        // The version that the grain holds already says that another activation of it has written since.
        ["WriteToStorageKey"] =
            $"""
            WITH made AS (
                INSERT INTO bitloom_grain (ServiceId, GrainType, N0, N1, Name, Payload, Version)
                SELECT @ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1, {Name}, @PayloadBinary, 1
                WHERE {Held} IS NULL ON CONFLICT DO NOTHING RETURNING Version),
            changed AS (
                UPDATE bitloom_grain SET Payload = @PayloadBinary, Version = Version + 1
                WHERE {TheGrain} AND Version = {Held} RETURNING Version)
            SELECT COALESCE((SELECT Version FROM made), (SELECT Version FROM changed), {Held}) AS NewGrainStateVersion
            """,
        ["ClearStorageKey"] =
            $"""
            UPDATE bitloom_grain SET Payload = NULL, Version = Version + 1
            WHERE {TheGrain} AND Version = {Held} RETURNING Version AS NewGrainStateVersion
            """,
        ["DeleteStorageKey"] =
            $"""
            DELETE FROM bitloom_grain
            WHERE {TheGrain} AND Version = {Held} RETURNING Version + 1 AS NewGrainStateVersion
            """,
    };
}
