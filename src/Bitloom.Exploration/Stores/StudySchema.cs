using Bitloom.Diagnostics;

namespace Bitloom.Exploration;

/// <summary>The tables, as SQLite and PostgreSQL both understand them.</summary>
internal static class StudySchema
{
    /// <summary>Of the tables and of the JSON in them.</summary>
    public const int Version = 1;

    public const string VersionTable = "bitloom_schema";

    // A lease is the time at which it ends; a trial with a result is finished.
    private const string Tables =
        $"""
        CREATE TABLE bitloom_study (
            name TEXT PRIMARY KEY,
            project TEXT NOT NULL,
            device TEXT NOT NULL,
            objectives TEXT NOT NULL,
            parameters TEXT NOT NULL,
            trials INTEGER NOT NULL,
            text TEXT NOT NULL);
        CREATE TABLE bitloom_trial (
            study TEXT NOT NULL REFERENCES bitloom_study (name),
            number INTEGER NOT NULL,
            generation INTEGER NOT NULL,
            settings TEXT NOT NULL,
            worker TEXT,
            lease DOUBLE PRECISION,
            result TEXT,
            PRIMARY KEY (study, number));
        CREATE TABLE {VersionTable} (version INTEGER NOT NULL);
        INSERT INTO {VersionTable} VALUES (1);
        """;

    /// <summary>Makes the tables when there are none; a fault when there are tables of another version.</summary>
    public static Task<Diagnostic?> EnsureAsync(StudyDatabase database, CancellationToken cancellation) =>
        database.TransactAsync(session => EnsureAsync(database, session), cancellation);

    private static async Task<Diagnostic?> EnsureAsync(StudyDatabase database, SqlSession session)
    {
        if (database.Dialect.LockSchema is { Length: > 0 } wait)
            await session.ExecuteAsync(wait);
        if (!await session.FirstAsync<bool>(database.Dialect.HasSchema))
            await session.ExecuteAsync(Tables);
        var version = await session.FirstAsync<int>($"SELECT version FROM {VersionTable}");
        return version == Version ? null : StudyFaults.AnotherVersion(database, version);
    }
}
