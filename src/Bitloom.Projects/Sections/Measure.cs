namespace Bitloom.Projects;

/// <summary>What is measured of a trial; less is better in each.</summary>
public enum Measure
{
    /// <summary>
    /// On the validation part, by the hardware-exact forward: the root mean square error of standardized targets, or the
    /// share of windows that are classified wrongly.
    /// </summary>
    Error,

    /// <summary>The loss that training makes small, on the validation part.</summary>
    Loss,

    /// <summary>Milliseconds of an inference.</summary>
    Latency,

    /// <summary>Millijoules of an inference.</summary>
    Energy,

    /// <summary>Milliwatts while computing.</summary>
    Power,

    /// <summary>Look-up tables.</summary>
    Luts,

    /// <summary>Look-up tables used as memory.</summary>
    LutMemory,

    /// <summary>Flip-flops.</summary>
    FlipFlops,

    /// <summary>Memory blocks, in the device's own.</summary>
    Blocks,

    /// <summary>Hard multipliers.</summary>
    Multipliers,
}
