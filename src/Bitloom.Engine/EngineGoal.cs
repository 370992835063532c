namespace Bitloom.Engine;

/// <summary>What the search makes as little as it can.</summary>
public enum EngineGoal
{
    /// <summary>Cycles of an inference.</summary>
    Latency,

    /// <summary>
    /// Cycles times LUTs: what an inference takes where power goes with the area that is in use.
    /// </summary>
    Energy,

    /// <summary>LUTs; of equal ones, cycles.</summary>
    Area,
}
