namespace Bitloom.Cluster;

/// <summary>
/// What Orleans asks of a database to know who is in a cluster. It finds a query by its key, a parameter and a column
/// by its name; each is one statement, and so one transaction.
/// </summary>
internal static class MembershipQueries
{
    public const string Tables =
        """
        CREATE TABLE bitloom_membership (
            DeploymentId TEXT PRIMARY KEY,
            Version INTEGER NOT NULL DEFAULT 0);
        CREATE TABLE bitloom_silo (
            DeploymentId TEXT NOT NULL REFERENCES bitloom_membership (DeploymentId),
            Address TEXT NOT NULL,
            Port INTEGER NOT NULL,
            Generation INTEGER NOT NULL,
            SiloName TEXT NOT NULL,
            HostName TEXT NOT NULL,
            Status INTEGER NOT NULL,
            ProxyPort INTEGER,
            SuspectTimes TEXT,
            StartTime TIMESTAMPTZ(3) NOT NULL,
            IAmAliveTime TIMESTAMPTZ(3) NOT NULL,
            PRIMARY KEY (DeploymentId, Address, Port, Generation));
        """;

    private const string Dead = "6";

    private const string TheSilo =
        "DeploymentId = @DeploymentId AND Address = @Address AND Port = @Port AND Generation = @Generation";

    // The table has one version; of two silos that change the same one, the second changes nothing and reads again.
    private const string NextVersion =
        """
        WITH next AS (
            UPDATE bitloom_membership SET Version = Version + 1
            WHERE DeploymentId = @DeploymentId AND Version = @Version RETURNING DeploymentId)
        """;

    // The version comes with no silo, too.
    private const string Read =
        """
        SELECT m.DeploymentId, m.Version, s.Address, s.Port, s.Generation, s.SiloName, s.HostName, s.Status,
            s.ProxyPort, s.SuspectTimes, s.StartTime, s.IAmAliveTime
        FROM bitloom_membership m LEFT JOIN bitloom_silo s ON s.DeploymentId = m.DeploymentId
        """;

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["InsertMembershipVersionKey"] =
            """
            WITH made AS (
                INSERT INTO bitloom_membership (DeploymentId) VALUES (@DeploymentId)
                ON CONFLICT DO NOTHING RETURNING 1)
            SELECT CAST(COUNT(*) AS INTEGER) FROM made
            """,
        ["InsertMembershipKey"] =
            $"""
            {NextVersion}, made AS (
                INSERT INTO bitloom_silo (DeploymentId, Address, Port, Generation, SiloName, HostName, Status,
                    ProxyPort, StartTime, IAmAliveTime)
                SELECT DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status,
                    @ProxyPort, @StartTime, @IAmAliveTime
                FROM next ON CONFLICT DO NOTHING RETURNING 1)
            SELECT CAST(COUNT(*) AS INTEGER) FROM made
            """,
        ["UpdateMembershipKey"] =
            $"""
            {NextVersion}, changed AS (
                UPDATE bitloom_silo s SET Status = @Status, SuspectTimes = @SuspectTimes, IAmAliveTime = @IAmAliveTime
                FROM next WHERE s.DeploymentId = next.DeploymentId
                    AND s.Address = @Address AND s.Port = @Port AND s.Generation = @Generation
                RETURNING 1)
            SELECT CAST(COUNT(*) AS INTEGER) FROM changed
            """,
        ["UpdateIAmAlivetimeKey"] = $"UPDATE bitloom_silo SET IAmAliveTime = @IAmAliveTime WHERE {TheSilo}",
        ["MembershipReadRowKey"] =
            $"{Read} AND s.Address = @Address AND s.Port = @Port AND s.Generation = @Generation "
            + "WHERE m.DeploymentId = @DeploymentId",
        ["MembershipReadAllKey"] = $"{Read} WHERE m.DeploymentId = @DeploymentId",
        ["GatewaysQueryKey"] =
            """
            SELECT Address, ProxyPort, Generation FROM bitloom_silo
            WHERE DeploymentId = @DeploymentId AND Status = @Status AND ProxyPort > 0
            """,
        ["CleanupDefunctSiloEntriesKey"] =
            "DELETE FROM bitloom_silo WHERE DeploymentId = @DeploymentId "
            + $"AND IAmAliveTime < @IAmAliveTime AND StartTime < @IAmAliveTime AND Status = {Dead}",
        ["CleanupDefunctSiloEntryKey"] =
            $"DELETE FROM bitloom_silo WHERE {TheSilo} AND Status = {Dead} AND StartTime = @StartTime "
            + "AND IAmAliveTime = @IAmAliveTime AND SuspectTimes IS NOT DISTINCT FROM CAST(@SuspectTimes AS TEXT)",
        ["DeleteMembershipTableEntriesKey"] =
            """
            DELETE FROM bitloom_silo WHERE DeploymentId = @DeploymentId;
            DELETE FROM bitloom_membership WHERE DeploymentId = @DeploymentId
            """,
    };
}
