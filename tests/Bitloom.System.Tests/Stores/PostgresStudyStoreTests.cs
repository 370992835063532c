namespace Bitloom.SystemTests.Stores;

public sealed class PostgresStudyStoreTests(PostgresServer server) : StudyStoreTests
{
    [Fact]
    public async Task Store_IsTheSame_ThroughASocket()
    {
        await StudyAsync(trials: 1);

        var opened = await StudyStores.OpenAsync(server.SocketOf(await PlaceAsync()), Cancellation);

        opened.Diagnostics.ShouldBeEmpty();
        await using var store = opened.Value!;
        (await store.TrialsAsync(ExampleStudy.Name, Cancellation)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Store_IsRefused_WithoutThePassword_WhenItIsWrong()
    {
        var database = new Uri(await PlaceAsync()).AbsolutePath[1..];

        var opened = await StudyStores.OpenAsync(server.UrlOf(database, "secret"), Cancellation);

        opened.Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe(
            $"error STUDY001 at postgresql://bitloom@127.0.0.1:{server.Port}/{database}: "
            + "the study's store cannot be opened: 28P01: password authentication failed for user \"bitloom\"\n"
            + "  expected: a PostgreSQL server that answers, and lets this user into this database\n"
            + "  remedy:   start the server, or correct the address; "
            + "a password may stand in PGPASSWORD or ~/.pgpass");
    }

    [Fact]
    public async Task Store_GoesOn_WhenTheServerHasEndedItsConnections()
    {
        var store = await StudyAsync(trials: 1);

        await server.ExecuteAsync(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            + $"WHERE datname = '{new Uri(await PlaceAsync()).AbsolutePath[1..]}'");
        var claimed = await store.ClaimAsync(ExampleStudy.Name, "worker", TimeSpan.FromHours(1), Cancellation);

        claimed!.Number.ShouldBe(0);
    }

    protected override Task<string> MakePlaceAsync() => server.MakeDatabaseAsync();
}
