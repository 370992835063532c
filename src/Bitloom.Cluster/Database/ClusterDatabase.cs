using System.Net.Sockets;
using System.Security.Authentication;
using Bitloom.Diagnostics;
using Bitloom.Exploration;
using Npgsql;

namespace Bitloom.Cluster;

/// <summary>The database in which a cluster's workers find one another, with the store of its studies.</summary>
/// <param name="Location">As diagnostics name it: without a password.</param>
internal sealed record ClusterDatabase(NpgsqlDataSource Source, IStudyStore Store, string Location) : IAsyncDisposable
{
    public static async Task<Checked<ClusterDatabase>> OpenAsync(string place, CancellationToken cancellation)
    {
        if (PostgresAddress.IsOne(place) is false || PostgresAddress.Parse(place.Trim()) is not { } address)
            return Checked.Failure<ClusterDatabase>(ClusterFaults.NoAddress());
        var location = PostgresAddress.Describe(address);
        var source = NpgsqlDataSource.Create(address);
        var opened = await OpenAsync(place, location, source, cancellation);
        if (!opened.Ok)
            await source.DisposeAsync();
        return opened;
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await Source.DisposeAsync();
    }

    private static async Task<Checked<ClusterDatabase>> OpenAsync(
        string place, string location, NpgsqlDataSource source, CancellationToken cancellation)
    {
        if (await CheckAsync(location, source, cancellation) is { } fault)
            return Checked.Failure<ClusterDatabase>(fault);
        var store = await StudyStores.OpenAsync(place, cancellation);
        return new(store.Ok ? new ClusterDatabase(source, store.Value, location) : null, store.Diagnostics);
    }

    private static async Task<Diagnostic?> CheckAsync(
        string location, NpgsqlDataSource source, CancellationToken cancellation)
    {
        try
        {
            var version = await ClusterSchema.EnsureAsync(source, cancellation);
            return version == ClusterSchema.Version ? null : ClusterFaults.AnotherVersion(location, version);
        }
        catch (Exception fault) when (IsOfTheDatabase(fault))
        {
            return ClusterFaults.NoDatabase(location, fault);
        }
    }

    private static bool IsOfTheDatabase(Exception fault) => fault is
        NpgsqlException or IOException or SocketException or TimeoutException or ArgumentException
        or AuthenticationException;
}
