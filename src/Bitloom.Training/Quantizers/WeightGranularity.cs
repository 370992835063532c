namespace Bitloom.Training;

/// <summary>What of a weight matrix shares a scale.</summary>
public enum WeightGranularity
{
    /// <summary>An output channel.</summary>
    PerChannel,

    /// <summary>The whole matrix.</summary>
    PerTensor,
}
