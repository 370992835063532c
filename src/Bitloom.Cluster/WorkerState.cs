namespace Bitloom.Cluster;

/// <summary>A worker in the cluster.</summary>
/// <param name="Name">As it calls itself.</param>
/// <param name="Address">Where it is; no two are at the same.</param>
/// <param name="Trial">The number of the trial that it has of the study that was asked about; null when none.</param>
public sealed record WorkerState(string Name, string Address, int? Trial);
