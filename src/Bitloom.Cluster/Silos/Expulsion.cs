namespace Bitloom.Cluster;

/// <summary>
/// Hears that the silo cannot go on, as when it was out of reach and was declared dead. Orleans would end the process.
/// </summary>
internal sealed class Expulsion : IFatalErrorHandler, IDisposable
{
    private readonly CancellationTokenSource _source = new();

    public CancellationToken Token => _source.Token;

    public bool IsUnexpected(Exception exception) => true;

    public void OnFatalException(
        object? sender = null, string? context = null, Exception? exception = null) =>
        _source.Cancel();

    public void Dispose() => _source.Dispose();
}
