using System.Text.Json.Nodes;

namespace Bitloom.Exploration.Tests.Studio;

public sealed class EventStreamTests
{
    private const string Path = "/api/studies/air-quality-front/events";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Events_SendTheViewAtFirst_AndWhenItHasChanged()
    {
        await using var studio = await RunningStudio.StartAsync();
        using var response = await studio.GetAsync(Path);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Cancellation));
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");

        var first = await NextAsync(reader);
        studio.Store.Trials = FakeStudy.Begun(5);
        var second = await NextAsync(reader);

        FinishedOf(first.View).ShouldBe(4);
        FinishedOf(second.View).ShouldBe(5);
        second.Id.ShouldNotBe(first.Id);
    }

    [Fact]
    public async Task Events_AreNotRepeated_ToWhoComesAgain()
    {
        await using var studio = await RunningStudio.StartAsync();
        using var response = await studio.GetAsync(Path);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Cancellation));
        var first = await NextAsync(reader);
        using var again = await studio.GetAsync(Path, known: first.Id);
        using var second = new StreamReader(await again.Content.ReadAsStreamAsync(Cancellation));

        studio.Store.Trials = FakeStudy.Begun(5);

        FinishedOf((await NextAsync(second)).View).ShouldBe(5);
    }

    [Fact]
    public async Task Events_AreThoseOfTheApi()
    {
        await using var studio = await RunningStudio.StartAsync();
        using var response = await studio.GetAsync(Path);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Cancellation));

        var sent = await NextAsync(reader);

        sent.View.ShouldBe(StudyPage.Json(StudyView.Of(FakeStudy.Definition, studio.Store.Trials)));
    }

    private static async Task<(string Id, string View)> NextAsync(StreamReader reader)
    {
        var id = await reader.ReadLineAsync(Cancellation);
        var view = await reader.ReadLineAsync(Cancellation);
        (await reader.ReadLineAsync(Cancellation)).ShouldBeEmpty();
        return (id!["id: ".Length..], view!["data: ".Length..]);
    }

    private static int FinishedOf(string view) => JsonNode.Parse(view)!["progress"]!["finished"]!.GetValue<int>();
}
