using Bitloom.Diagnostics;

namespace Bitloom.Cluster;

/// <summary>What can be wrong with a cluster. Passwords are in none of the texts.</summary>
internal static class ClusterFaults
{
    /// <summary>The address is not repeated: a password in it may be what makes it unreadable.</summary>
    public static Diagnostic NoAddress() => Diagnostic.Error(
        "CLUSTER001", "",
        "the address of the cluster's database is not one of PostgreSQL",
        "postgresql://user@host:port/database, or Host=...;Database=...;Username=...",
        "name the PostgreSQL database that all workers can reach; a password may stand in PGPASSWORD or ~/.pgpass");

    public static Diagnostic NoDatabase(string location, Exception fault) => Diagnostic.Error(
        "CLUSTER002", location,
        $"the cluster's database cannot be used: {Reason(fault)}",
        "a PostgreSQL server that answers, and lets this user make tables in this database",
        "start the server, or correct the address; a password may stand in PGPASSWORD or ~/.pgpass");

    public static Diagnostic AnotherVersion(string location, int found) => Diagnostic.Error(
        "CLUSTER003", location,
        $"the cluster's database has version {found} of its tables",
        $"version {ClusterSchema.Version}",
        "use the same version of Bitloom on all machines, or name another database");

    public static Diagnostic DamagedBundle(string location, string study) => Diagnostic.Error(
        "CLUSTER004", location,
        $"the files of the study '{study}' are not what was stored in the cluster's database",
        "the bytes that the study was started with",
        "start the study again, which stores them anew");

    public static Diagnostic CannotJoin(string address, Exception fault) => Diagnostic.Error(
        "CLUSTER005", address,
        $"the worker cannot join the cluster: {Reason(fault)}",
        "an address of this machine that the other workers reach",
        "name such an address, and let the workers' machines connect to one another");

    public static string Reason(Exception fault)
    {
        var reason = fault.Message.Split('\n')[0].Trim().TrimEnd('.');
        return fault.InnerException is { } inner ? $"{reason}: {Reason(inner)}" : reason;
    }
}
