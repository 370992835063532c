using System.Collections.Frozen;
using System.Net.Mime;
using Microsoft.AspNetCore.Http;

namespace Bitloom.Studio;

/// <summary>The files below a study's folder that are made to be looked at.</summary>
internal sealed class ReportFolder(string folder)
{
    // A report's own scripts run, but as those of nobody: they reach neither the studio nor the network.
    private const string Policy =
        "sandbox allow-scripts; default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
        + "img-src data:; frame-ancestors 'none'";

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".html"] = MediaTypeNames.Text.Html,
        [".json"] = MediaTypeNames.Application.Json,
        [".csv"] = MediaTypeNames.Text.Csv,
        [".txt"] = MediaTypeNames.Text.Plain,
        [".log"] = MediaTypeNames.Text.Plain,
        [".md"] = MediaTypeNames.Text.Plain,
        [".yaml"] = MediaTypeNames.Text.Plain,
        [".vhd"] = MediaTypeNames.Text.Plain,
        [".v"] = MediaTypeNames.Text.Plain,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly string root = Path.GetFullPath(folder);

    /// <summary>The file at a path that has no escapes any more; nothing is said of why it is not sent.</summary>
    public async Task SendAsync(HttpContext context, string path)
    {
        if (FileAt(path) is not { } file || !Types.TryGetValue(Path.GetExtension(file), out var type))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = $"{type}; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy = Policy;
        await context.Response.SendFileAsync(file, context.RequestAborted);
    }

    // Each part by itself: none leads up, is hidden, is a drive, or is a link to somewhere else.
    private string? FileAt(string path)
    {
        var file = root;
        foreach (var part in path.Split('/'))
        {
            if (!IsName(part))
                return null;
            file = Path.Combine(file, part);
            if (new FileInfo(file).LinkTarget is not null)
                return null;
        }

        return File.Exists(file) ? file : null;
    }

    private static bool IsName(string part) =>
        part.Length > 0 && part[0] != '.' && part.AsSpan().IndexOfAny("\\:\0") < 0;
}
