using Bitloom.Conformance.Tests.Reporting;
using Bitloom.Exploration.Tests.Studio;
using Microsoft.Playwright;

namespace Bitloom.SystemTests.Studio;

/// <summary>The page of a study as one file.</summary>
public sealed class StaticStudyTests(Browser browser) : IClassFixture<Browser>
{
    private const int Desktop = 1280;
    private const int Phone = 400;

    private static readonly StudyView View = StudyView.Of(FakeStudy.Definition, FakeStudy.Begun(FakeStudy.Trials));

    [Fact]
    public async Task File_ShowsWhatTheServerShows()
    {
        await using var studio = await RunningStudio.StartAsync();
        studio.Store.Trials = FakeStudy.Begun(FakeStudy.Trials);
        await using var live = await OpenedStudy.OpenAsync(await browser.OpenAsync(Desktop), studio.Server.Address);
        await Assertions.Expect(live.Marks).ToHaveCountAsync(View.Points.Length);
        using var folder = new TemporaryFolder();
        await using var file = await OpenFileAsync(folder);

        (await LabelsAsync(file)).ShouldBe(await LabelsAsync(live));
        (await file.Page.Locator("#trials-table").InnerTextAsync())
            .ShouldBe(await live.Page.Locator("#trials-table").InnerTextAsync());
        await Assertions.Expect(file.Page.Locator("#state")).ToHaveTextAsync("Complete");
        file.Errors.ShouldBeEmpty();
        file.Requests.Single().ShouldStartWith("file:");
    }

    [Fact]
    public async Task File_LeadsToReportsBesideIt()
    {
        using var folder = new TemporaryFolder();
        var point = View.Points.First(each => each.Report is not null);
        Directory.CreateDirectory(Path.GetDirectoryName(folder[point.Report!])!);
        folder.With(point.Report!, "<!DOCTYPE html><title>report</title><h1>The report</h1>");
        await using var study = await OpenFileAsync(folder);

        await study.Rows.Locator($"[aria-label='Report of point {point.Id}']").ClickAsync();

        await Assertions.Expect(study.Page.Locator("h1")).ToHaveTextAsync("The report");
    }

    [Fact]
    public async Task File_RefusesToFetch_AndToRunWhatIsNotItsOwn()
    {
        using var folder = new TemporaryFolder();
        await using var study = await OpenFileAsync(folder);

        var fetched = await study.Page.EvaluateAsync<bool>(
            "() => fetch('https://example.invalid/').then(() => true, () => false)");
        var ran = await study.Page.EvaluateAsync<bool>(
            """
            () => {
              const script = document.createElement("script");
              script.textContent = "window.ran = true";
              document.body.append(script);
              return window.ran === true;
            }
            """);

        (fetched, ran).ShouldBe((false, false));
    }

    [Theory]
    [InlineData(Phone)]
    [InlineData(Desktop)]
    public async Task Page_IsNotWiderThanTheWindow(int width)
    {
        using var folder = new TemporaryFolder();
        await using var study = await OpenFileAsync(folder, width);

        (await study.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBe(width);
    }

    [Theory]
    [InlineData(ColorScheme.Light, FakeStudy.Trials)]
    [InlineData(ColorScheme.Light, 40)]
    [InlineData(ColorScheme.Dark, FakeStudy.Trials)]
    [InlineData(ColorScheme.Dark, 40)]
    public async Task Text_StandsOut_FromWhatItIsOn(ColorScheme scheme, int finished)
    {
        using var folder = new TemporaryFolder();
        var view = StudyView.Of(FakeStudy.Definition, FakeStudy.Begun(finished));
        await using var study = await OpenFileAsync(folder, Desktop, scheme, view);
        await study.FrontMarks.Last.ClickAsync();
        await Assertions.Expect(study.Page.Locator("#selection dl")).Not.ToHaveCountAsync(0);

        (await study.Page.EvaluateAsync<string[]>(Accessibility.FaintTexts)).ShouldBeEmpty();
    }

    [Fact]
    public async Task EveryControl_HasAName()
    {
        using var folder = new TemporaryFolder();
        await using var study = await OpenFileAsync(folder);

        (await study.Page.EvaluateAsync<string[]>(Accessibility.NamelessControls)).ShouldBeEmpty();
        (await study.Page.EvaluateAsync<string[]>(Accessibility.RepeatedIds)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Heading_SortsTheTable_BothWays()
    {
        using var folder = new TemporaryFolder();
        await using var study = await OpenFileAsync(folder);
        var heading = study.Page.Locator("#trials-table th", new() { HasText = "validation error" });
        var least = View.Points.MinBy(point => point.Measures[Projects.Measure.Error])!;
        var most = View.Points.MaxBy(point => point.Measures[Projects.Measure.Error])!;

        await heading.Locator("button").ClickAsync();
        await Assertions.Expect(heading).ToHaveAttributeAsync("aria-sort", "ascending");
        await Assertions.Expect(study.Rows.First).ToHaveAttributeAsync("data-point", least.Id);
        await heading.Locator("button").ClickAsync();

        await Assertions.Expect(heading).ToHaveAttributeAsync("aria-sort", "descending");
        await Assertions.Expect(study.Rows.First).ToHaveAttributeAsync("data-point", most.Id);
    }

    [Fact]
    public async Task Front_NamesItsAxes_AndTakesOthers()
    {
        using var folder = new TemporaryFolder();
        await using var study = await OpenFileAsync(folder);
        var titles = study.Page.Locator("#front-chart .title");
        await Assertions.Expect(titles).ToHaveTextAsync(["energy per inference, mJ", "validation error"]);

        await study.Page.Locator("#x-measure").SelectOptionAsync("latency");
        await study.Page.Locator("#x-log").UncheckAsync();

        await Assertions.Expect(titles).ToHaveTextAsync(["latency, ms", "validation error"]);
        await Assertions.Expect(study.Page.Locator("#x-log")).Not.ToBeCheckedAsync();
        await Assertions.Expect(study.Page.Locator("#front-chart .frame")).ToContainTextAsync("0123");
    }

    [Fact]
    public async Task Mark_TellsItsNumbers_WhenItIsPointedAt()
    {
        using var folder = new TemporaryFolder();
        await using var study = await OpenFileAsync(folder);
        var id = (await study.FrontMarks.Last.GetAttributeAsync("data-point"))!;

        await study.FrontMarks.Last.HoverAsync();

        await Assertions.Expect(study.Page.Locator(".floating strong")).ToHaveTextAsync($"Point {id}");
        await Assertions.Expect(study.Page.Locator($"#bits-table tr.pointed")).ToHaveAttributeAsync("data-point", id);
    }

    private static async Task<IReadOnlyList<string>> LabelsAsync(OpenedStudy study) =>
        await study.Marks.EvaluateAllAsync<string[]>("(marks) => marks.map((mark) => mark.getAttribute('aria-label'))");

    private async Task<OpenedStudy> OpenFileAsync(
        TemporaryFolder folder, int width = Desktop, ColorScheme scheme = ColorScheme.Light, StudyView? view = null)
    {
        StudyPage.Write(view ?? View, folder["study.html"]);
        return await OpenedStudy.OpenAsync(await browser.OpenAsync(width, scheme), new(folder["study.html"]));
    }
}
