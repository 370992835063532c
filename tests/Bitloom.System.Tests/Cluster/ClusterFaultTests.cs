using System.Net;
using Bitloom.Cluster;
using Bitloom.SystemTests.Stores;
using Dapper;
using Npgsql;

namespace Bitloom.SystemTests.Cluster;

/// <summary>The texts of what is wrong with a cluster; none has a password.</summary>
public sealed class ClusterFaultTests(PostgresServer server)
{
    private static readonly TestRunner Idle = new((_, _) => Task.FromResult(ExampleStudy.Result(1)));

    [Theory]
    [InlineData("studies/study.db")]
    [InlineData("postgresql://me:sec@ret@there/studies")]
    public async Task Cluster_IsRefused_WithoutItsAddress_WhenThatIsNotOfPostgres(string place)
    {
        (await RefusalAsync(new(place))).ShouldBe(
            "error CLUSTER001: the address of the cluster's database is not one of PostgreSQL\n"
            + "  expected: postgresql://user@host:port/database, or Host=...;Database=...;Username=...\n"
            + "  remedy:   name the PostgreSQL database that all workers can reach; "
            + "a password may stand in PGPASSWORD or ~/.pgpass");
    }

    [Fact]
    public async Task Cluster_IsRefused_WithoutThePassword_WhenItIsWrong()
    {
        var database = new Uri(await server.MakeDatabaseAsync()).AbsolutePath[1..];

        (await RefusalAsync(new(server.UrlOf(database, "secret")))).ShouldBe(
            $"error CLUSTER002 at postgresql://bitloom@127.0.0.1:{server.Port}/{database}: the cluster's database "
            + "cannot be used: 28P01: password authentication failed for user \"bitloom\"\n"
            + "  expected: a PostgreSQL server that answers, and lets this user make tables in this database\n"
            + "  remedy:   start the server, or correct the address; "
            + "a password may stand in PGPASSWORD or ~/.pgpass");
    }

    [Fact]
    public async Task Cluster_IsRefused_WhenItsTablesHaveAnotherVersion()
    {
        var place = await server.MakeDatabaseAsync();
        await using (await ClusterStudy.OpenAsync(new(place)))
            await ExecuteAsync(place, "UPDATE bitloom_cluster_schema SET version = 9");

        (await RefusalAsync(new(place))).ShouldBe(
            $"error CLUSTER003 at {Location(place)}: the cluster's database has version 9 of its tables\n"
            + "  expected: version 1\n"
            + "  remedy:   use the same version of Bitloom on all machines, or name another database");
    }

    [Fact]
    public async Task Worker_Ends_WhenTheFilesOfAStudyAreDamaged()
    {
        await using var study = await ClusterStudy.StartAsync(server, trials: 1, bundle: new byte[5 << 20]);
        await using (var connection = new NpgsqlConnection(study.Database))
            await connection.ExecuteAsync("DELETE FROM bitloom_bundle WHERE part = 1");

        (await RefusalAsync(new(study.Database))).ShouldBe(
            $"error CLUSTER004 at {study.Location}: the files of the study 'narrow' are not what was stored in the "
            + "cluster's database\n"
            + "  expected: the bytes that the study was started with\n"
            + "  remedy:   start the study again, which stores them anew");
        (await study.Driver.Store.TrialsAsync(ClusterStudy.Name, CancellationToken.None))
            .ShouldHaveSingleItem().State.ShouldBe(TrialState.Waiting);
    }

    [Fact]
    public async Task Worker_DoesNotJoin_WhenTheAddressIsNotOfThisMachine()
    {
        var place = await server.MakeDatabaseAsync();

        (await RefusalAsync(new(place) { Address = IPAddress.Parse("192.0.2.1") })).ShouldBe(
            "error CLUSTER005 at 192.0.2.1: the worker cannot join the cluster: Cannot assign requested address\n"
            + "  expected: an address of this machine that the other workers reach\n"
            + "  remedy:   name such an address, and let the workers' machines connect to one another");
    }

    private static async Task<string> RefusalAsync(ClusterOptions options) =>
        (await ClusterWorker.RunAsync(options, (_, _) => Idle, Idle, CancellationToken.None))
        .ShouldHaveSingleItem().ToString();

    private string Location(string place) =>
        $"postgresql://bitloom@127.0.0.1:{server.Port}{new Uri(place).AbsolutePath}";

    private async Task ExecuteAsync(string place, string sql)
    {
        await using var connection = new NpgsqlConnection(server.SocketOf(place));
        await connection.ExecuteAsync(sql);
    }
}
