namespace Bitloom.Data;

/// <summary>What columns are scaled by.</summary>
public enum AnomalyScaling
{
    /// <summary>The training rows of all recordings together.</summary>
    TrainingPart,

    /// <summary>The training rows of each recording: what is normal for each machine, or each time it is set up.</summary>
    EachRecording,
}
