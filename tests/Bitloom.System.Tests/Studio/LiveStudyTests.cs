using Bitloom.Conformance.Tests.Reporting;
using Bitloom.Exploration.Tests.Studio;
using Microsoft.Playwright;

namespace Bitloom.SystemTests.Studio;

/// <summary>The page that a studio sends, while its study goes on.</summary>
public sealed class LiveStudyTests(Browser browser) : IClassFixture<Browser>
{
    private const int Desktop = 1280;
    private const string Error = "measure error";

    [Fact]
    public async Task Page_ShowsEveryPoint_AndAsksNobodyElse()
    {
        await using var studio = await StudioOf(40);
        await using var study = await OpenAsync(studio);
        var view = ViewOf(40);

        await Assertions.Expect(study.Marks).ToHaveCountAsync(view.Points.Length);
        await Assertions.Expect(study.FrontMarks).ToHaveCountAsync(view.Points.Count(point => point.Front));
        await Assertions.Expect(study.Page.Locator("#front-chart .check.verified"))
            .ToHaveCountAsync(view.Points.Count(point => point.Check == PointCheck.Verified));
        await Assertions.Expect(study.Page.Locator("#bits-table tbody tr"))
            .ToHaveCountAsync(view.Points.Count(point => point.Front));
        await Assertions.Expect(study.Page.Locator("#bits-table .tensor")).ToHaveCountAsync(22);
        await Assertions.Expect(study.Page.Locator("#state")).ToHaveTextAsync("Live, 3 trials running");
        study.Errors.ShouldBeEmpty();
        study.Requests.ShouldAllBe(request => request.StartsWith(studio.Server.Address.AbsoluteUri));
    }

    [Fact]
    public async Task NewTrial_Appears_WithoutReloadAndWithoutMovingAnything()
    {
        await using var studio = await StudioOf(20);
        await using var study = await OpenAsync(studio);
        await study.Page.EvaluateAsync("() => (window.sameDocument = true)");
        var before = await PlacesAsync(study.Page);

        studio.Store.Trials = FakeStudy.Begun(40);

        await Assertions.Expect(study.Marks).ToHaveCountAsync(ViewOf(40).Points.Length);
        await Assertions.Expect(study.Page.Locator("#news")).ToHaveTextAsync("40 of 60 trials have ended.");
        (await study.Page.EvaluateAsync<bool>("() => window.sameDocument")).ShouldBeTrue();
        (await PlacesAsync(study.Page)).ShouldBe(before);
        study.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Page_Begins_WithoutAnyPoint()
    {
        await using var studio = await StudioOf(0);
        await using var study = await OpenAsync(studio);
        await Assertions.Expect(study.Marks).ToHaveCountAsync(0);

        studio.Store.Trials = FakeStudy.Begun(3);

        await Assertions.Expect(study.Marks).ToHaveCountAsync(ViewOf(3).Points.Length);
        study.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Brush_KeepsWhatIsWithin_InEveryView()
    {
        await using var studio = await StudioOf(40);
        await using var study = await OpenAsync(studio);
        var all = await study.Marks.CountAsync();

        await study.BrushAsync(Error, 0.6f, 0.99f);

        await Assertions.Expect(study.Page.Locator("#kept")).ToContainTextAsync($" of {all} models");
        var kept = await study.Marks.CountAsync();
        kept.ShouldBeInRange(1, all - 1);
        await Assertions.Expect(study.Rows).ToHaveCountAsync(kept);
        await Assertions.Expect(study.Page.Locator("#kept")).ToHaveTextAsync($"{kept} of {all} models");
        await Assertions.Expect(study.Page.Locator("#bits-table tbody tr[data-point]"))
            .ToHaveCountAsync(await study.FrontMarks.CountAsync());
        await study.Page.Locator("#clear").ClickAsync();
        await Assertions.Expect(study.Marks).ToHaveCountAsync(all);
        study.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Brush_IsMovedByKeys_AndLetGo()
    {
        await using var studio = await StudioOf(40);
        await using var study = await OpenAsync(studio);
        var axis = study.Page.Locator($"[data-axis='{Error}']");
        var all = await study.Marks.CountAsync();

        await axis.FocusAsync();
        for (var step = 0; step < 12; step++)
            await study.Page.Keyboard.PressAsync("ArrowDown");

        await Assertions.Expect(study.Page.Locator("#kept")).ToContainTextAsync($" of {all} models");
        await Assertions.Expect(axis).ToBeFocusedAsync();
        (await study.Marks.CountAsync()).ShouldBeLessThan(all);
        await study.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(axis).ToHaveAttributeAsync("aria-valuetext", "all");
        await Assertions.Expect(study.Marks).ToHaveCountAsync(all);
    }

    [Fact]
    public async Task Point_LeadsToItsReport_WhenItIsChosen()
    {
        await using var studio = await StudioOf(40);
        var point = ViewOf(40).Points.First(each => each is { Front: true, Report: not null });
        studio.Write(point.Report!, "<!DOCTYPE html><title>report</title><h1>The report</h1>");
        await using var study = await OpenAsync(studio);

        await study.Page.Locator($"#front-chart [data-point='{point.Id}']").ClickAsync();
        await Assertions.Expect(study.Page.Locator("#selection h3")).ToHaveTextAsync($"Point {point.Id}");
        await study.Page.Locator("#selection a").ClickAsync();

        await Assertions.Expect(study.Page.Locator("h1")).ToHaveTextAsync("The report");
        study.Page.Url.ShouldBe(new Uri(studio.Server.Address, $"reports/{point.Report}").AbsoluteUri);
        study.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Point_IsReached_ByTheKeyboardAlone()
    {
        await using var studio = await StudioOf(40);
        await using var study = await OpenAsync(studio);

        await study.Page.Locator("#front-chart .mark[tabindex='0']").FocusAsync();
        await study.Page.Keyboard.PressAsync("End");
        await study.Page.Keyboard.PressAsync("ArrowLeft");
        await study.Page.Keyboard.PressAsync("Enter");

        var chosen = study.Page.Locator("#front-chart .mark.selected");
        await Assertions.Expect(chosen).ToBeFocusedAsync();
        await Assertions.Expect(chosen).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(study.Page.Locator(".line.selected")).ToHaveCountAsync(1);
    }

    private static StudyView ViewOf(int finished) => StudyView.Of(FakeStudy.Definition, FakeStudy.Begun(finished));

    private static async Task<RunningStudio> StudioOf(int finished)
    {
        var studio = await RunningStudio.StartAsync();
        studio.Store.Trials = FakeStudy.Begun(finished);
        return studio;
    }

    private async Task<OpenedStudy> OpenAsync(RunningStudio studio) =>
        await OpenedStudy.OpenAsync(await browser.OpenAsync(Desktop), studio.Server.Address);

    private static async Task<string> PlacesAsync(IPage page) => await page.EvaluateAsync<string>(
        "() => JSON.stringify([...document.querySelectorAll('section')].map((section) => section.offsetTop))");
}
