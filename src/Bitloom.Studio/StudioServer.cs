using System.Globalization;
using Bitloom.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bitloom.Studio;

/// <summary>Shows the studies of a store to browsers of this machine, and to nobody else, while they go on.</summary>
public sealed class StudioServer : IAsyncDisposable
{
    private readonly WebApplication server;

    private StudioServer(WebApplication server, int port, CancellationToken cancellation)
    {
        this.server = server;
        Address = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));
        Completion = server.WaitForShutdownAsync(cancellation);
    }

    /// <summary>What to open.</summary>
    public Uri Address { get; }

    /// <summary>Ends when the server has stopped.</summary>
    public Task Completion { get; }

    /// <summary>Starts a server, which stops at the cancellation; a fault when its port is taken.</summary>
    public static async Task<Checked<StudioServer>> StartAsync(StudioOptions options, CancellationToken cancellation)
    {
        if (LoopbackSockets.Bind(options.Port) is not { } sockets)
            return Checked.Failure<StudioServer>(Taken(options.Port));
        var application = Build(options, sockets);
        await application.StartAsync(cancellation);
        return Checked.Success(new StudioServer(application, sockets.Port, cancellation));
    }

    public async ValueTask DisposeAsync()
    {
        await server.StopAsync(CancellationToken.None);
        await Completion;
        await server.DisposeAsync();
    }

    private static WebApplication Build(StudioOptions options, LoopbackSockets sockets)
    {
        // The empty builder reads no settings of the machine and has no log.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            foreach (var socket in sockets.Sockets)
                kestrel.Listen(socket.LocalEndPoint!);
        });
        builder.Services.Configure<SocketTransportOptions>(transport => transport.CreateBoundListenSocket = sockets.At);
        builder.Services.AddRoutingCore().AddSingleton<IHostLifetime, QuietLifetime>();
        var application = builder.Build();
        application.Use(new RequestGuard(sockets.Port).InvokeAsync);
        application.UseRouting();
        new StudioPages(options, application.Lifetime.ApplicationStopping).Map(application);
        return application;
    }

    private static Diagnostic Taken(int port) => Diagnostic.Error(
        "STUDIO001", "",
        string.Create(CultureInfo.InvariantCulture, $"port {port} of 127.0.0.1 cannot be opened"),
        "a port that no other program uses",
        "give another port, or 0 for a free one");
}
