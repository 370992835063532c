using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Bitloom.SystemTests.Stores;
using Dapper;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace Bitloom.SystemTests.Stores;

/// <summary>
/// A PostgreSQL server in a temporary folder, for all tests; started by the first that needs it. Its users come in with
/// a password through the network, and with their name alone through a socket in the folder.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime, IDisposable
{
    public const string User = "bitloom";
    public const string Password = "p@ss/w:rd#?";

    // Nothing that the tests check survives the machine.
    private const string Settings =
        "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c listen_addresses=127.0.0.1 "
        + "-c max_connections=200";

    private readonly SemaphoreSlim _starting = new(1);
    private readonly PostgresPrograms? _programs = PostgresPrograms.Find();
    private string? _folder;
    private int _databases;

    public int Port { get; private set; }

    private string Data => Path.Combine(_folder!, "data");

    /// <summary>The URL of a new database; skips the test when no PostgreSQL is installed.</summary>
    public async Task<string> MakeDatabaseAsync()
    {
        Assert.SkipWhen(_programs is null, "PostgreSQL is not installed");
        await StartOnceAsync(_programs!);
        var name = string.Create(CultureInfo.InvariantCulture, $"studies{Interlocked.Increment(ref _databases)}");
        await ExecuteAsync($"CREATE DATABASE {name}");
        return UrlOf(name, Password);
    }

    public string UrlOf(string database, string password) =>
        $"postgresql://{User}:{Uri.EscapeDataString(password)}@127.0.0.1:{Port}/{database}";

    /// <summary>A database's address through the socket, as Npgsql writes it.</summary>
    public string SocketOf(string url) =>
        $"Host={_folder};Port={Port};Username={User};Database={new Uri(url).AbsolutePath[1..]}";

    /// <summary>Runs a statement as the one who may do anything.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(SocketOf("postgresql://server/postgres") + ";Pooling=false");
        await connection.ExecuteAsync(sql);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_folder is not null)
        {
            await _programs!.RunAsync(_folder, "pg_ctl", "stop", "-D", Data, "-w", "-m", "immediate");
            Directory.Delete(_folder, recursive: true);
        }

        Dispose();
    }

    public void Dispose() => _starting.Dispose();

    private async Task StartOnceAsync(PostgresPrograms programs)
    {
        await _starting.WaitAsync();
        try
        {
            if (_folder is null)
                await StartAsync(programs, await PostgresPrograms.MakeFolderAsync());
        }
        finally
        {
            _starting.Release();
        }
    }

    private async Task StartAsync(PostgresPrograms programs, string folder)
    {
        var (data, password) = (Path.Combine(folder, "data"), Path.Combine(folder, "password"));
        await File.WriteAllTextAsync(password, Password);
        await programs.RunAsync(
            folder, "initdb", "-D", data, "-U", User, "--pwfile", password, "--no-sync", "--encoding=UTF8",
            "--locale=C", "--auth-local=trust", "--auth-host=scram-sha-256");
        Port = FreePort();
        await programs.RunAsync(
            folder, "pg_ctl", "start", "-D", data, "-w", "-l", Path.Combine(folder, "log"),
            "-o", $"-p {Port} -k '{folder}' {Settings}");
        _folder = folder;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
