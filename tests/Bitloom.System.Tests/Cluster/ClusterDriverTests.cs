using Bitloom.Cluster;
using Bitloom.SystemTests.Stores;

namespace Bitloom.SystemTests.Cluster;

public sealed class ClusterDriverTests(PostgresServer server) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tables_AreMadeOnce_WhenManyComeAtOnce()
    {
        var place = await server.MakeDatabaseAsync();

        var opened = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => ClusterDriver.OpenAsync(new(place), Cancellation)));

        opened.SelectMany(driver => driver.Diagnostics).ShouldBeEmpty();
        foreach (var driver in opened)
            await driver.Value!.DisposeAsync();
    }

    [Fact]
    public async Task Study_HasNoWorkers_WhenThereAreNone()
    {
        await using var study = await ClusterStudy.StartAsync(server, trials: 1, bundle: []);

        (await study.Driver.WorkersAsync(ClusterStudy.Name, Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Study_IsRefused_WhenAnotherOneHasItsName()
    {
        await using var study = await ClusterStudy.StartAsync(server, trials: 1, bundle: [1]);

        var other = await study.Driver.StartAsync(ExampleStudy.Definition with { Text = "seed: 2" }, [2], Cancellation);

        other.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("STUDY002");
    }

    [Fact]
    public async Task LogFile_HasEvents_AndNoPassword()
    {
        var place = await server.MakeDatabaseAsync();
        await using var driver = await ClusterStudy.OpenAsync(new(place));
        await driver.StartAsync(ExampleStudy.Definition, [1], Cancellation);
        await driver.Store.ProposeAsync(
            ClusterStudy.Name, generation: 0, firstNumber: 0, ExampleStudy.Settings(1), Cancellation);
        var runner = new TestRunner((_, _) => Task.FromResult(ExampleStudy.Result(1)));
        using var stop = new CancellationTokenSource();

        var worker = ClusterWorker.RunAsync(
            new(place) { LogFile = _folder["worker.log"] }, (_, _) => runner, runner, stop.Token);
        await runner.FirstFinished.WaitAsync(TimeSpan.FromMinutes(3), Cancellation);
        await stop.CancelAsync();
        await worker;

        var log = await File.ReadAllTextAsync(_folder["worker.log"], Cancellation);
        log.ShouldContain("Orleans Silo started");
        log.ShouldNotContain(PostgresServer.Password);
        log.ShouldNotContain(Uri.EscapeDataString(PostgresServer.Password));
    }

    public void Dispose() => _folder.Dispose();
}
