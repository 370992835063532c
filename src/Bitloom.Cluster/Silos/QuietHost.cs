using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrleansNames = Orleans.Configuration.ClusterOptions;

namespace Bitloom.Cluster;

/// <summary>What hosts of silos and of clients have in common: they print nothing and leave signals alone.</summary>
internal static class QuietHost
{
    public const string Invariant = "Npgsql";

    // A database has one cluster.
    private const string Name = "bitloom";

    public static HostApplicationBuilder Builder(ClusterOptions options)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Logging.ClearProviders();
        if (options.LogFile is { } file)
            builder.Logging.AddProvider(new FileLog(file));
        return builder;
    }

    public static void Configure(IServiceCollection services) =>
        services.Configure<OrleansNames>(names => (names.ClusterId, names.ServiceId) = (Name, Name));

    // The usual one ends the host by itself on an interrupt, before the worker has given its trial back.
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
