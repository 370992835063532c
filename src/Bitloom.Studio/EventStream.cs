using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Bitloom.Studio;

/// <summary>
/// Server-sent events (HTML, section 9.2): the view at first and whenever it has changed. An event's name is the hash
/// of its view, so that a browser that comes again and has the newest one is not sent it.
/// </summary>
internal sealed class EventStream(StudySource source, TimeSpan interval)
{
    public async Task SendAsync(HttpContext context, CancellationToken stopping)
    {
        context.Response.ContentType = "text/event-stream";
        await context.Response.Body.FlushAsync(context.RequestAborted);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            await FollowAsync(context, ended.Token);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The browser has gone, or the server goes.
        }
    }

    private async Task FollowAsync(HttpContext context, CancellationToken cancellation)
    {
        var known = context.Request.Headers["Last-Event-ID"].ToString();
        using var timer = new PeriodicTimer(interval);
        do
        {
            var view = await source.ReadAsync(cancellation);
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(view)));
            if (hash == known)
                continue;
            known = hash;
            await context.Response.WriteAsync($"id: {hash}\ndata: {view}\n\n", cancellation);
            await context.Response.Body.FlushAsync(cancellation);
        }
        while (await timer.WaitForNextTickAsync(cancellation));
    }
}
