using Microsoft.Extensions.Hosting;

namespace Bitloom.Studio;

/// <summary>The server ends when its caller says so: it takes no signals and writes nothing to the terminal.</summary>
internal sealed class QuietLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
