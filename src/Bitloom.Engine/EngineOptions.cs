namespace Bitloom.Engine;

/// <summary>What the user fixes of the engine, and its budget; sizes that are null are searched.</summary>
/// <param name="T">Array rows, at most 32.</param>
/// <param name="G">Array columns, at most 16; divides T.</param>
/// <param name="R">Drain lanes; divides G.</param>
/// <param name="MultiplierBudget">DSP slices of the device. Cells beyond them are built of LUTs.</param>
/// <param name="PairedProducts">Whether a DSP slice can make two products that share an operand.</param>
/// <param name="LutBudget">LUTs of the device; not applied when all three sizes are given.</param>
/// <param name="Memories">Block RAM and LUT memory of the device; null: memories take none of the LUTs.</param>
/// <param name="Goal">What is least of the engines that fit.</param>
public sealed record EngineOptions(
    int? T = null,
    int? G = null,
    int? R = null,
    int MultiplierBudget = 20,
    bool PairedProducts = true,
    int LutBudget = 8000,
    MemoryBudget? Memories = null,
    EngineGoal Goal = EngineGoal.Latency)
{
    /// <summary>A hard multiplier of the device.</summary>
    public MultiplierSize Multiplier { get; init; } = MultiplierSize.Dsp48;

    /// <summary>
    /// Whether the schedule is proven to be free of hazards, as that of every program that is built must be. It takes two
    /// thirds of the time, which searches save that only estimate programs.
    /// </summary>
    public bool ProvesSchedule { get; init; } = true;

    /// <summary>Greatest T.</summary>
    public const int MaximumT = 32;

    /// <summary>Greatest G.</summary>
    public const int MaximumG = 16;

    /// <summary>True when the search has no choice.</summary>
    public bool IsPinned => this is { T: not null, G: not null, R: not null };

    /// <summary>All three sizes given.</summary>
    public static EngineOptions Pinned(EngineShape shape) => new(shape.T, shape.G, shape.R);
}
