namespace Bitloom.Engine;

/// <summary>What the user fixes of the engine; whatever is null is searched for the least cycles.</summary>
/// <param name="T">Array rows, at most 32.</param>
/// <param name="G">Array columns, at most 16; divides T.</param>
/// <param name="R">Drain lanes; divides G.</param>
/// <param name="MultiplierBudget">
/// Limit of T G plus the lanes' multipliers in the search. Not applied when all three sizes are given: cells may then be
/// built of LUTs.
/// </param>
public sealed record EngineOptions(int? T = null, int? G = null, int? R = null, int MultiplierBudget = 20)
{
    /// <summary>A hard multiplier of the device: how many of them a lane takes depends on the widths.</summary>
    public MultiplierSize Multiplier { get; init; } = MultiplierSize.Dsp48;

    /// <summary>Greatest T.</summary>
    public const int MaximumT = 32;

    /// <summary>Greatest G.</summary>
    public const int MaximumG = 16;

    /// <summary>All three sizes given.</summary>
    public static EngineOptions Pinned(EngineShape shape) => new(shape.T, shape.G, shape.R);
}
