using System.Net;

namespace Bitloom.Cluster;

/// <summary>Which cluster, and who one is in it.</summary>
/// <param name="Database">
/// The PostgreSQL database in which workers find one another, as a URL or as Npgsql's pairs.
/// </param>
public sealed record ClusterOptions(string Database)
{
    /// <summary>How progress names this worker; several may have the same name.</summary>
    public string Name { get; init; } = Environment.MachineName;

    /// <summary>Where the other workers reach this one; two free ports of it are taken.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Where the projects of studies are unpacked.</summary>
    public string Folder { get; init; } = Path.Combine(Path.GetTempPath(), "bitloom-worker");

    /// <summary>Receives what the cluster's machinery has to say; nothing does when null.</summary>
    public string? LogFile { get; init; }

    /// <summary>
    /// How long a trial is a worker's own when nobody is left to notice that the worker is gone. A living worker renews
    /// it each third of this time.
    /// </summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(10);
}
