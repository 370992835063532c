namespace Bitloom.Engine;

/// <summary>What the user fixes of the engine, and its budget; sizes that are null are searched.</summary>
/// <param name="T">Array rows, at most 32.</param>
/// <param name="G">Array columns, at most 16; divides T.</param>
/// <param name="R">Drain lanes; divides G.</param>
/// <param name="MultiplierBudget">DSP slices of the device. Cells beyond them are built of LUTs.</param>
/// <param name="LaneMultipliers">DSP slices that one of the R lanes takes, one of them for the residual.</param>
/// <param name="PairedProducts">Whether a DSP slice can make two products that share an operand.</param>
/// <param name="LutBudget">LUTs of the device; not applied when all three sizes are given.</param>
public sealed record EngineOptions(
    int? T = null,
    int? G = null,
    int? R = null,
    int MultiplierBudget = 20,
    int LaneMultipliers = 2,
    bool PairedProducts = true,
    int LutBudget = 8000)
{
    /// <summary>Greatest T.</summary>
    public const int MaximumT = 32;

    /// <summary>Greatest G.</summary>
    public const int MaximumG = 16;

    /// <summary>All three sizes given.</summary>
    public static EngineOptions Pinned(EngineShape shape) => new(shape.T, shape.G, shape.R);
}
