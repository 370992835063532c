namespace Bitloom.Cluster;

/// <summary>
/// What a study's grain knows beyond the store of studies, which alone says who has a trial and what came of it.
/// </summary>
[GenerateSerializer]
internal sealed class StudyGrainState
{
    /// <summary>How often a trial's worker has died or failed on it, by the trial's number.</summary>
    [Id(0)]
    public Dictionary<int, int> Losses { get; set; } = [];
}
