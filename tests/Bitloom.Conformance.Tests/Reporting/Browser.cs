using Microsoft.Playwright;

namespace Bitloom.Conformance.Tests.Reporting;

/// <summary>The machine's Chromium, for the tests of a class.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";

    // Of a page that changes: as long as a busy machine may take.
    private const float Patience = 60_000;

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Program))
            return;
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        // Its own sandbox does not work for root and in most containers; the page is ours.
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program,
            Args = ["--no-sandbox"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>
    /// A browser window of that size; skips the test where there is no Chromium (./test accepts no skipped test in
    /// continuous integration).
    /// </summary>
    internal async Task<IBrowserContext> OpenAsync(
        int width, ColorScheme scheme = ColorScheme.Light, bool scripts = true)
    {
        Assert.SkipUnless(
            browser is not null, $"there is no {Program}; on Debian: sudo apt-get install -y chromium");
        return await browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = scheme,
            JavaScriptEnabled = scripts,
        });
    }
}
