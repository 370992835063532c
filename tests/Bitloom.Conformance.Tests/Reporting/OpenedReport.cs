using Bitloom.Reporting;
using Microsoft.Playwright;

namespace Bitloom.Conformance.Tests.Reporting;

/// <summary>A report in a browser window, with what it asked the network for and complained of.</summary>
internal sealed class OpenedReport : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly TemporaryFolder folder;

    private OpenedReport(IBrowserContext context, TemporaryFolder folder, IPage page) =>
        (this.context, this.folder, Page) = (context, folder, page);

    public IPage Page { get; }

    /// <summary>Addresses asked for, the page itself the first.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Errors of scripts, and what the page's policy refused.</summary>
    public List<string> Errors { get; } = [];

    public static async Task<OpenedReport> OpenAsync(IBrowserContext context, Report report)
    {
        var files = new TemporaryFolder();
        ReportFiles.Write(report, files.Path);
        var opened = new OpenedReport(context, files, await context.NewPageAsync());
        opened.Page.Request += (_, request) => opened.Requests.Add(request.Url);
        opened.Page.PageError += (_, error) => opened.Errors.Add(error);
        opened.Page.Console += (_, message) =>
        {
            if (message.Type == "error")
                opened.Errors.Add(message.Text);
        };
        await opened.Page.GotoAsync(new Uri(Path.Combine(files.Path, ReportFiles.Html)).AbsoluteUri);
        return opened;
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        folder.Dispose();
    }
}
