using System.Net;
using System.Net.Sockets;
using Bitloom.Studio;

namespace Bitloom.Exploration.Tests.Studio;

public sealed class StudioServerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Server_ListensOnThisMachineOnly_AtAFreePort()
    {
        await using var studio = await RunningStudio.StartAsync();

        studio.Server.Address.Host.ShouldBe("127.0.0.1");
        studio.Server.Address.Port.ShouldBeGreaterThan(0);
        var listeners = System.Net.NetworkInformation.IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners()
            .Where(listener => listener.Port == studio.Server.Address.Port).ToArray();
        listeners.ShouldNotBeEmpty();
        listeners.ShouldAllBe(listener => IPAddress.IsLoopback(listener.Address));
    }

    [Fact]
    public async Task Server_AnswersAtTheOtherLoopback_WhenThereIsOne()
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "there is no IPv6");
        await using var studio = await RunningStudio.StartAsync();

        var page = await studio.Client.GetStringAsync(
            new Uri($"http://[::1]:{studio.Server.Address.Port}/"), Cancellation);

        page.ShouldBe(StudyPage.RenderLive());
    }

    [Fact]
    public async Task Start_IsAFault_WhenThePortIsTaken()
    {
        await using var studio = await RunningStudio.StartAsync();
        var port = studio.Server.Address.Port;

        var second = await StudioServer.StartAsync(new(studio.Store, studio.Files.Path, port), Cancellation);

        second.Diagnostics.Single().ToString().ShouldBe(
            $"error STUDIO001: port {port} of 127.0.0.1 cannot be opened\n"
            + "  expected: a port that no other program uses\n  remedy:   give another port, or 0 for a free one");
    }

    [Fact]
    public async Task Server_Stops_WhenItIsCancelled_AlthoughSomebodyListens()
    {
        using var source = new CancellationTokenSource();
        await using var studio = await RunningStudio.StartAsync(source.Token);
        using var events = await studio.GetAsync("/api/studies/air-quality-front/events");

        await source.CancelAsync();
        await studio.Server.Completion;

        await Should.ThrowAsync<HttpRequestException>(() => studio.GetAsync("/"));
    }

    [Theory]
    [InlineData("/", "text/html", "id=\"front-chart\" data-nearest")]
    [InlineData("/assets/main.js", "text/javascript", "import { openStudy } from \"./source.js\";")]
    [InlineData("/assets/study.css", "text/css", "--accent")]
    [InlineData("/api/studies", "application/json", "{\"name\":\"air-quality-front\",\"project\":\"air-quality\"")]
    [InlineData("/api/studies/air-quality-front", "application/json", "\"progress\":{\"trials\":60,\"finished\":4,")]
    public async Task Server_Answers_WithAStrictPolicy(string path, string type, string part)
    {
        await using var studio = await RunningStudio.StartAsync();

        using var response = await studio.GetAsync(path);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().ShouldBe($"{type}; charset=utf-8");
        (await response.Content.ReadAsStringAsync(Cancellation)).ShouldContain(part);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';");
        policy.ShouldNotContain("unsafe");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Fact]
    public async Task EveryModule_IsSent()
    {
        await using var studio = await RunningStudio.StartAsync();

        foreach (var module in StudyAssets.Modules)
            (await studio.Client.GetStringAsync(new Uri(studio.Server.Address, $"assets/{module}"), Cancellation))
                .ShouldBe(StudyAssets.Read(module));
    }

    [Theory]
    [InlineData("/another")]
    [InlineData("/assets/study.html")]
    [InlineData("/assets/")]
    [InlineData("/api/studies/another")]
    [InlineData("/api/studies/another/events")]
    [InlineData("/favicon.ico")]
    public async Task Server_HasNothingElse(string path)
    {
        await using var studio = await RunningStudio.StartAsync();

        using var response = await studio.GetAsync(path);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:{port}")]
    [InlineData("localhost")]
    [InlineData("localhost:1")]
    [InlineData("127.0.0.1.evil.example:{port}")]
    [InlineData("127.0.0.2:{port}")]
    public async Task Server_RefusesAnotherHost(string host)
    {
        await using var studio = await RunningStudio.StartAsync();

        using var response = await studio.GetAsync("/api/studies", host: WithPort(host, studio));

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await response.Content.ReadAsStringAsync(Cancellation)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("localhost:{port}")]
    [InlineData("LOCALHOST:{port}")]
    [InlineData("127.0.0.1:{port}")]
    [InlineData("[::1]:{port}")]
    public async Task Server_TakesItsOwnHosts(string host)
    {
        await using var studio = await RunningStudio.StartAsync();

        using var response = await studio.GetAsync("/api/studies", host: WithPort(host, studio));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Server_ChangesNothing()
    {
        await using var studio = await RunningStudio.StartAsync();

        using var response = await studio.GetAsync("/api/studies", HttpMethod.Post);

        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    private static string WithPort(string host, RunningStudio studio) => host.Replace(
        "{port}", studio.Server.Address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        StringComparison.Ordinal);
}
