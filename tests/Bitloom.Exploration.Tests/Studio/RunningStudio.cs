using Bitloom.Studio;

namespace Bitloom.Exploration.Tests.Studio;

/// <summary>A server with a folder of its own, and a client that sends paths as they are.</summary>
internal sealed class RunningStudio : IAsyncDisposable
{
    private RunningStudio(TemporaryFolder files, FakeStore store, StudioServer server) =>
        (Files, Store, Server) = (files, store, server);

    /// <summary>Its folder <c>study</c> is the study's; what is beside it must not be seen.</summary>
    public TemporaryFolder Files { get; }

    public FakeStore Store { get; }

    public StudioServer Server { get; }

    public HttpClient Client { get; } = new(new SocketsHttpHandler { UseProxy = false });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<RunningStudio> StartAsync(CancellationToken? cancellation = null)
    {
        var files = new TemporaryFolder();
        var store = new FakeStore(FakeStudy.Definition) { Trials = FakeStudy.Begun(4) };
        var server = await StudioServer.StartAsync(
            new(store, Directory.CreateDirectory(files["study"]).FullName) { Interval = TimeSpan.FromMilliseconds(20) },
            cancellation ?? Cancellation);
        return new(files, store, server.Value!);
    }

    /// <summary>Writes a file below the study's folder.</summary>
    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Files[Path.Combine("study", path)])!);
        File.WriteAllText(Files[Path.Combine("study", path)], text);
    }

    public async Task<HttpResponseMessage> GetAsync(
        string path, HttpMethod? method = null, string? host = null, string? known = null)
    {
        var address = new Uri(
            Server.Address.GetLeftPart(UriPartial.Authority) + path,
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, address);
        request.Headers.Host = host;
        if (known is not null)
            request.Headers.Add("Last-Event-ID", known);
        return await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
        Files.Dispose();
    }
}
