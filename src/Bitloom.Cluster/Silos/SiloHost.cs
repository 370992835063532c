using System.Net;
using System.Net.Sockets;
using Bitloom.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;

namespace Bitloom.Cluster;

/// <summary>A silo in this process: what makes a worker a member of the cluster.</summary>
internal sealed class SiloHost : IAsyncDisposable
{
    /// <summary>The name of the storage of grains.</summary>
    public const string Storage = "postgresql";

    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(20);

    // There is nobody to say farewell to.
    private static readonly TimeSpan Nothing = TimeSpan.FromSeconds(1);

    private readonly IHost _host;

    private SiloHost(IHost host) => _host = host;

    public SiloAddress Address => _host.Services.GetRequiredService<ILocalSiloDetails>().SiloAddress;

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    /// <summary>Cancelled when the others have declared this silo dead, although it is not.</summary>
    public CancellationToken Expelled => _host.Services.GetRequiredService<Expulsion>().Token;

    public static async Task<Checked<SiloHost>> StartAsync(
        ClusterOptions options, ClusterDatabase database, CancellationToken cancellation)
    {
        IHost? host = null;
        try
        {
            host = Build(options, database);
            await host.StartAsync(cancellation);
            return Checked.Success(new SiloHost(host));
        }
        catch (Exception fault)
        {
            host?.Dispose();
            cancellation.ThrowIfCancellationRequested();
            return Checked.Failure<SiloHost>(ClusterFaults.CannotJoin(options.Address.ToString(), fault));
        }
    }

    /// <summary>Leaves the cluster.</summary>
    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(Expelled.IsCancellationRequested ? Nothing : Farewell);
        try
        {
            await _host.StopAsync(limit.Token);
        }
        catch (Exception) when (Expelled.IsCancellationRequested || limit.IsCancellationRequested)
        {
            // The cluster counts it as dead in any case.
        }

        _host.Dispose();
    }

    private static IHost Build(ClusterOptions options, ClusterDatabase database)
    {
        var builder = QuietHost.Builder(options);
        builder.Services.AddSingleton(database).AddSingleton<WorkerLiveness>().AddSingleton<Expulsion>();
        builder.UseOrleans(silo =>
        {
            silo.UseAdoNetClustering(clustering => (clustering.DataSource, clustering.Invariant) =
                (database.Source, QuietHost.Invariant));
            silo.AddAdoNetGrainStorage(Storage, storage => (storage.DataSource, storage.Invariant) =
                (database.Source, QuietHost.Invariant));
            silo.ConfigureEndpoints(options.Address, FreePort(options.Address), FreePort(options.Address));
            silo.Configure<SiloOptions>(names => names.SiloName = options.Name);
            silo.Configure<ClusterMembershipOptions>(Membership.Configure);
            silo.Services.Configure<SiloMessagingOptions>(messaging => messaging.ResponseTimeout = Membership.Answer);
            QuietHost.Configure(silo.Services);
            silo.Services.AddSingleton<IFatalErrorHandler>(services => services.GetRequiredService<Expulsion>());
        });
        return builder.Build();
    }

    private static int FreePort(IPAddress address)
    {
        using var listener = new TcpListener(address, port: 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
