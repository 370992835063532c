using Microsoft.AspNetCore.Http;

namespace Bitloom.Studio;

/// <summary>
/// Refuses what a page of another origin could send, and tells the browser to do the same. A name that somebody makes
/// point to this machine (DNS rebinding) is not one of ours.
/// </summary>
internal sealed class RequestGuard(int port)
{
    private const int DefaultPort = 80;

    /// <summary>Of our own pages; a report brings scripts in it, so it has a policy of its own.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        Protect(context.Response.Headers);
        if (!IsOurs(context.Request.Host))
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        else if (HttpMethods.IsGet(context.Request.Method))
            await next(context);
        else
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
    }

    private bool IsOurs(HostString host) =>
        (host.Port ?? DefaultPort) == port && host.Host.ToUpperInvariant() is "LOCALHOST" or "127.0.0.1" or "[::1]";

    private static void Protect(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }
}
