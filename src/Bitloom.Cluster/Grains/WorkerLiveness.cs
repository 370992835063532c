namespace Bitloom.Cluster;

/// <summary>Which workers live, as this silo knows the cluster.</summary>
internal sealed class WorkerLiveness(ISiloStatusOracle silos, IClusterMembershipService membership)
{
    /// <summary>Reads the cluster's table anew.</summary>
    public Task RefreshAsync(CancellationToken cancellation) =>
        membership.Refresh(cancellationToken: cancellation).AsTask();

    public bool IsActive(string worker) =>
        WorkerName.SiloOf(worker) is { } silo && silos.GetApproximateSiloStatus(silo) == SiloStatus.Active;

    /// <summary>Only a worker that was active once is asked about: one that is unknown now was removed since.</summary>
    public bool IsDead(string worker) =>
        WorkerName.SiloOf(worker) is { } silo
        && silos.GetApproximateSiloStatus(silo) is SiloStatus.Dead or SiloStatus.None;
}
