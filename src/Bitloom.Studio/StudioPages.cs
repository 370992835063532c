using System.Net.Mime;
using Bitloom.Exploration;
using Bitloom.Reporting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bitloom.Studio;

/// <summary>What the server answers; anything else is not there.</summary>
internal sealed class StudioPages(StudioOptions options, CancellationToken stopping)
{
    private readonly ReportFolder reports = new(options.Folder);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", context => WriteAsync(context, MediaTypeNames.Text.Html, StudyPage.RenderLive()));
        routes.MapGet("/assets/study.css", context =>
            WriteAsync(context, MediaTypeNames.Text.Css, StudyAssets.Style));
        foreach (var name in StudyAssets.Modules)
            routes.MapGet($"/assets/{name}", context =>
                WriteAsync(context, MediaTypeNames.Text.JavaScript, StudyAssets.Read(name)));
        routes.MapGet("/api/studies", StudiesAsync);
        routes.MapGet("/api/studies/{name}", StudyAsync);
        routes.MapGet("/api/studies/{name}/events", EventsAsync);
        routes.MapGet("/reports/{**path}", context =>
            reports.SendAsync(context, context.Request.RouteValues["path"] as string ?? ""));
    }

    private async Task StudiesAsync(HttpContext context)
    {
        var studies = await options.Store.StudiesAsync(context.RequestAborted);
        var summaries = JsonReport.OnOneLine(studies.Select(StudySummary.Of));
        await WriteAsync(context, MediaTypeNames.Application.Json, summaries);
    }

    private async Task StudyAsync(HttpContext context)
    {
        if (await FindAsync(context) is not { } study)
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        else
            await WriteAsync(
                context, MediaTypeNames.Application.Json, await Source(study).ReadAsync(context.RequestAborted));
    }

    private async Task EventsAsync(HttpContext context)
    {
        if (await FindAsync(context) is not { } study)
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        else
            await new EventStream(Source(study), options.Interval).SendAsync(context, stopping);
    }

    private StudySource Source(StudyDefinition study) => new(options.Store, study);

    private async Task<StudyDefinition?> FindAsync(HttpContext context)
    {
        var name = context.Request.RouteValues["name"] as string;
        var studies = await options.Store.StudiesAsync(context.RequestAborted);
        return studies.FirstOrDefault(study => study.Name == name);
    }

    private static Task WriteAsync(HttpContext context, string type, string text)
    {
        context.Response.ContentType = $"{type}; charset=utf-8";
        return context.Response.WriteAsync(text);
    }
}
