namespace Bitloom.Estimation;

/// <summary>What an accelerator does between two windows.</summary>
public enum PowerStrategy
{
    /// <summary>It waits, its clock running.</summary>
    Idle,

    /// <summary>Its clock is stopped: static power alone.</summary>
    ClockGated,

    /// <summary>It is without power, and is configured again for each window.</summary>
    PowerOff,
}
