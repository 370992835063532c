namespace Bitloom.Cluster;

/// <summary>
/// Hands out the trials of the study that is its key. There is one of it in the cluster, on any of the workers; when
/// that one dies it comes back on another. Every call may be repeated when its answer was lost.
/// </summary>
internal interface IStudyGrain : IGrainWithStringKey
{
    /// <summary>The trial that the worker has already, or the next one that waits; null when none waits.</summary>
    Task<Grant?> NextAsync(string worker);

    /// <summary>Makes the worker's lease last anew; false when it has lost the trial.</summary>
    Task<bool> RenewAsync(string worker, int number);

    /// <summary>Records a result; false when the worker has lost the trial.</summary>
    Task<bool> FinishAsync(string worker, int number, string result);

    /// <summary>Gives a trial back; one that has failed so too often is finished with a fault.</summary>
    Task ReleaseAsync(string worker, int number, bool failed);

    /// <summary>The numbers of the trials that are worked on, by worker.</summary>
    Task<Dictionary<string, int>> HeldAsync();
}

/// <summary>A trial that a worker has got.</summary>
[GenerateSerializer]
internal sealed record Grant(
    [property: Id(0)] int Number,
    [property: Id(1)] int Generation,
    [property: Id(2)] string Settings,
    [property: Id(3)] string Bundle,
    [property: Id(4)] TimeSpan Lease);
