using Microsoft.Playwright;

namespace Bitloom.SystemTests.Studio;

/// <summary>A study's page in a browser window, with what it asked for and complained of.</summary>
internal sealed class OpenedStudy : IAsyncDisposable
{
    private readonly IBrowserContext context;

    private OpenedStudy(IBrowserContext context, IPage page) => (this.context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>Addresses asked for, the page itself the first.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Errors of scripts, and what the page's policy refused.</summary>
    public List<string> Errors { get; } = [];

    public ILocator Marks => Page.Locator("#front-chart .mark");

    public ILocator FrontMarks => Page.Locator("#front-chart .mark.best");

    public ILocator Rows => Page.Locator("#trials-table tbody tr[data-point]");

    public static async Task<OpenedStudy> OpenAsync(IBrowserContext context, Uri address)
    {
        var opened = new OpenedStudy(context, await context.NewPageAsync());
        opened.Page.Request += (_, request) => opened.Requests.Add(request.Url);
        opened.Page.PageError += (_, error) => opened.Errors.Add(error);
        opened.Page.Console += (_, message) =>
        {
            if (message.Type == "error")
                opened.Errors.Add(message.Text);
        };
        await opened.Page.GotoAsync(address.AbsoluteUri);
        await Assertions.Expect(opened.Page.Locator("#trials-table tbody tr")).Not.ToHaveCountAsync(0);
        return opened;
    }

    /// <summary>Drags along an axis, from one share of its length to another, counted from the top.</summary>
    public async Task BrushAsync(string axis, float from, float to)
    {
        var place = Page.Locator($"[data-axis='{axis}'] .hit");
        await place.ScrollIntoViewIfNeededAsync();
        var box = (await place.BoundingBoxAsync())!;
        await Page.Mouse.MoveAsync(box.X + box.Width / 2, box.Y + box.Height * from);
        await Page.Mouse.DownAsync();
        await Page.Mouse.MoveAsync(box.X + box.Width / 2, box.Y + box.Height * to, new() { Steps = 4 });
        await Page.Mouse.UpAsync();
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
