using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;

namespace Bitloom.Cluster;

/// <summary>A client of the cluster, which waits in the background for the first worker.</summary>
internal sealed class ClientHost : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly IHost _host;
    private readonly Task _connected;

    public ClientHost(ClusterOptions options, ClusterDatabase database)
    {
        _host = Build(options, database);
        _connected = Task.Run(() => _host.StartAsync(_stop.Token));
    }

    /// <summary>Null while there is no worker to connect to.</summary>
    public IGrainFactory? Grains =>
        _connected.IsCompletedSuccessfully ? _host.Services.GetRequiredService<IClusterClient>() : null;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _connected.ContinueWith(_ => { }, TaskScheduler.Default);
        if (_connected.IsCompletedSuccessfully)
            await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
        _stop.Dispose();
    }

    private static IHost Build(ClusterOptions options, ClusterDatabase database)
    {
        var builder = QuietHost.Builder(options);
        builder.UseOrleansClient(client =>
        {
            client.UseAdoNetClustering(clustering => (clustering.DataSource, clustering.Invariant) =
                (database.Source, QuietHost.Invariant));
            client.UseConnectionRetryFilter(RetryAsync);
            client.Services.Configure<GatewayOptions>(gateways =>
                gateways.GatewayListRefreshPeriod = TimeSpan.FromSeconds(3));
            client.Services.Configure<ClientMessagingOptions>(messaging =>
                messaging.ResponseTimeout = Membership.Answer);
            QuietHost.Configure(client.Services);
        });
        return builder.Build();
    }

    private static async Task<bool> RetryAsync(Exception fault, CancellationToken cancellation)
    {
        await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
        return true;
    }
}
