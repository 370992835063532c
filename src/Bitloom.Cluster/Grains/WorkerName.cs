namespace Bitloom.Cluster;

/// <summary>
/// The name under which the store of studies has a worker of a cluster: it says which silo it is, so that whoever reads
/// the store can ask whether it lives.
/// </summary>
internal static class WorkerName
{
    private const string Separator = " at ";

    public static string Of(string name, SiloAddress silo) => $"{name}{Separator}{silo.ToParsableString()}";

    /// <summary>Null when the worker is not one of a cluster.</summary>
    public static SiloAddress? SiloOf(string worker)
    {
        var at = worker.LastIndexOf(Separator, StringComparison.Ordinal);
        try
        {
            return at < 0 ? null : SiloAddress.FromParsableString(worker[(at + Separator.Length)..]);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or OverflowException)
        {
            return null;
        }
    }
}
