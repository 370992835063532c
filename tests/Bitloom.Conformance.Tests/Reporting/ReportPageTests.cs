using Bitloom.Reporting;
using Bitloom.Tests.Reporting;
using Microsoft.Playwright;

namespace Bitloom.Conformance.Tests.Reporting;

/// <summary>report.html in a browser: its charts are there, can be asked, fit, and fetch nothing.</summary>
public sealed class ReportPageTests(Browser browser) : IClassFixture<Browser>
{
    private const int Phone = 390;
    private const int Desktop = 1280;

    private static readonly (string Chart, string Title)[] AxisTitles =
    [
        ("forecast", "time"), ("accuracy", "RMSE, lower is better"), ("training", "loss, logarithmic"),
        ("quantization", "error, LSB"), ("timeline", "clock cycle of an inference"), ("memory", "word of 64 bits"),
        ("resources", "share of the device, %"),
        ("power", "power, mW"),
    ];

    [Theory]
    [InlineData("forecasting", 8)]
    [InlineData("classification", 9)]
    [InlineData("anomalies", 8)]
    [InlineData("nothing", 0)]
    public async Task Page_DrawsEveryChart_AndFetchesNothing(string task, int expected)
    {
        await using var report = await OpenAsync(ReportOf(task), Desktop);

        var charts = report.Page.Locator("[data-chart]");
        (await charts.CountAsync()).ShouldBe(expected);
        (await report.Page.Locator("[data-chart] svg").CountAsync()).ShouldBe(expected);
        foreach (var chart in await charts.AllAsync())
            (await chart.GetAttributeAsync("aria-label")).ShouldNotBeNullOrWhiteSpace();
        report.Errors.ShouldBeEmpty();
        report.Requests.Count.ShouldBe(1);
        report.Requests[0].ShouldStartWith("file:");
    }

    [Fact]
    public async Task Page_RefusesToFetch_EvenWhenAsked()
    {
        await using var report = await OpenAsync(ExampleReport.Full, Desktop);

        var fetched = await report.Page.EvaluateAsync<bool>(
            "() => fetch('https://example.invalid/').then(() => true, () => false)");

        fetched.ShouldBeFalse();
        report.Errors.ShouldContain(error => error.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("forecasting", "forecast", "truth")]
    [InlineData("forecasting", "timeline", "array busy")]
    [InlineData("forecasting", "memory", "words")]
    [InlineData("forecasting", "training", "validation")]
    [InlineData("forecasting", "quantization", "largest")]
    [InlineData("classification", "confusion", "of the class")]
    [InlineData("classification", "scores", "precision")]
    [InlineData("anomalies", "detection", "threshold")]
    public async Task Chart_TellsItsNumbers_WhenItIsPointedAt(string task, string chart, string text)
    {
        await using var report = await OpenAsync(ReportOf(task), Desktop);
        var box = report.Page.Locator($"[data-chart={chart}]").First;

        await box.ScrollIntoViewIfNeededAsync();
        var told = box.Locator(".tip", new() { HasText = text });
        await PointAcrossAsync(report.Page, box, told);

        (await told.CountAsync()).ShouldBe(1);
        report.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Charts_NameTheirAxes_WithUnits()
    {
        await using var report = await OpenAsync(ExampleReport.Full, Desktop);

        foreach (var (chart, title) in AxisTitles)
            (await report.Page.Locator($"[data-chart={chart}] svg text").AllTextContentsAsync()).ShouldContain(title, chart);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Theme_FollowsTheSystem_UntilItIsSwitched(ColorScheme scheme)
    {
        await using var report = await OpenAsync(ExampleReport.Full, Desktop, scheme);
        var button = report.Page.Locator("#theme");
        var (paper, ink) = (await PaperAsync(report.Page), await InkAsync(report.Page));
        paper.ShouldBe(scheme == ColorScheme.Light ? "rgb(244, 245, 247)" : "rgb(16, 19, 22)");
        (await button.InnerTextAsync()).ShouldBe(scheme == ColorScheme.Light ? "Dark" : "Light");

        await button.ClickAsync();

        (await PaperAsync(report.Page)).ShouldBe(scheme == ColorScheme.Light ? "rgb(16, 19, 22)" : "rgb(244, 245, 247)");
        (await InkAsync(report.Page)).ShouldNotBe(ink);
        await button.ClickAsync();
        ((await PaperAsync(report.Page)), (await InkAsync(report.Page))).ShouldBe((paper, ink));
    }

    [Theory]
    [InlineData("forecasting", Phone)]
    [InlineData("classification", Phone)]
    [InlineData("anomalies", Phone)]
    [InlineData("nothing", Phone)]
    [InlineData("forecasting", Desktop)]
    public async Task Page_IsNotWiderThanTheWindow(string task, int width)
    {
        await using var report = await OpenAsync(ReportOf(task), width);

        var widest = await report.Page.EvaluateAsync<int>(
            """
            () => {
              for (const fold of document.querySelectorAll("details")) fold.open = true;
              const inside = (element) => element.closest(".scroll, .wide, nav div") === null;
              const all = [...document.body.querySelectorAll("*")].filter(inside);
              return Math.ceil(Math.max(...all.map((element) => element.getBoundingClientRect().right)));
            }
            """);

        widest.ShouldBeLessThanOrEqualTo(width);
        (await report.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBe(width);
    }

    [Fact]
    public async Task Charts_TakeTheNewWidth_WhenTheWindowIsTurned()
    {
        await using var report = await OpenAsync(ExampleReport.Full, Desktop);
        var chart = report.Page.Locator("[data-chart=forecast] svg");

        await report.Page.SetViewportSizeAsync(Phone, 900);

        await Assertions.Expect(chart).ToHaveAttributeAsync("width", new System.Text.RegularExpressions.Regex("^[23]\\d\\d$"));
    }

    [Fact]
    public async Task Page_IsReadable_WithoutScripts()
    {
        await using var report = await OpenedReport.OpenAsync(
            await browser.OpenAsync(Phone, scripts: false), ExampleReport.Full);

        (await report.Page.Locator(".charts").First.IsVisibleAsync()).ShouldBeFalse();
        (await report.Page.Locator("#theme").IsVisibleAsync()).ShouldBeFalse();
        (await report.Page.Locator("#agreement table").First.IsVisibleAsync()).ShouldBeTrue();
        await report.Page.Locator("#prediction summary").ClickAsync();
        (await report.Page.Locator("#prediction td").First.InnerTextAsync()).ShouldBe("2005-01-31 17:00");
    }

    private static Report ReportOf(string task) => task switch
    {
        "forecasting" => ExampleReport.Full,
        "classification" => ExampleReport.Classes,
        "anomalies" => ExampleReport.Anomalies,
        _ => ExampleReport.Minimal,
    };

    private async Task<OpenedReport> OpenAsync(Report report, int width, ColorScheme scheme = ColorScheme.Light) =>
        await OpenedReport.OpenAsync(await browser.OpenAsync(width, scheme), report);

    // A mark may be anywhere: the pointer goes over the chart until what it is to tell is told.
    private static async Task PointAcrossAsync(IPage page, ILocator chart, ILocator told)
    {
        var box = (await chart.BoundingBoxAsync())!;
        for (var step = 0; step < 100 && await told.CountAsync() == 0; step++)
        {
            await page.Mouse.MoveAsync(
                box.X + box.Width * (0.25f + 0.07f * (step % 10)), box.Y + box.Height * (0.15f + 0.07f * (step / 10)));
        }
    }

    private static Task<string> PaperAsync(IPage page) =>
        page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");

    // The color of a chart's writing.
    private static Task<string> InkAsync(IPage page) => page.EvaluateAsync<string>(
        "() => getComputedStyle(document.querySelector('[data-chart=accuracy] svg text')).fill");
}
