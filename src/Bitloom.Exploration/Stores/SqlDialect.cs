namespace Bitloom.Exploration;

/// <summary>What is not the same in the databases that a study can be kept in.</summary>
/// <param name="Now">The database's own clock, in seconds.</param>
/// <param name="LockRow">Ends a selection whose row nobody else may change before the transaction ends.</param>
/// <param name="LockFreeRow">The same, passing over rows that others have locked.</param>
/// <param name="LockSchema">Lets one process at a time make the tables; empty when each transaction does.</param>
/// <param name="HasSchema">Selects whether the tables are there.</param>
/// <param name="Expected">What a place must be, in the words of a diagnostic.</param>
/// <param name="Remedy">What to do when it is not.</param>
internal sealed record SqlDialect(
    string Now,
    string LockRow,
    string LockFreeRow,
    string LockSchema,
    string HasSchema,
    string Expected,
    string Remedy)
{
    /// <summary>Its transactions are immediate: whoever begins one is the only writer until it ends.</summary>
    public static SqlDialect Sqlite { get; } = new(
        Now: "unixepoch('subsec')",
        LockRow: "",
        LockFreeRow: "",
        LockSchema: "",
        HasSchema: $"SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = '{StudySchema.VersionTable}')",
        Expected: "a folder, or a file of SQLite, that can be written",
        Remedy: "name another place, or mend this one");

    // The time of the statement, not that of the transaction, which may have waited for a lock.
    public static SqlDialect Postgres { get; } = new(
        Now: "CAST(EXTRACT(EPOCH FROM clock_timestamp()) AS DOUBLE PRECISION)",
        LockRow: "FOR UPDATE",
        LockFreeRow: "FOR UPDATE SKIP LOCKED",
        LockSchema: $"SELECT pg_advisory_xact_lock(hashtext('{StudySchema.VersionTable}'))",
        HasSchema: $"SELECT to_regclass('{StudySchema.VersionTable}') IS NOT NULL",
        Expected: "a PostgreSQL server that answers, and lets this user into this database",
        Remedy: "start the server, or correct the address; a password may stand in PGPASSWORD or ~/.pgpass");
}
