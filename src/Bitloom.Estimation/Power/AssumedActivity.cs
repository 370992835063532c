namespace Bitloom.Estimation;

/// <summary>
/// Rates that stand in for a measurement: changes of a LUT, a flip-flop and a bit of carry in a cycle, enabled ports
/// of a block, operations of a multiplier, accesses of a large memory.
/// </summary>
public sealed record AssumedActivity(
    double LutToggles,
    double FlipFlopToggles,
    double CarryToggles,
    double BlockRamAccesses,
    double MultiplierOperations,
    double LargeRamAccesses,
    string Source)
{
    /// <summary>The activity of a circuit of these resources.</summary>
    public Activity Of(PowerResources resources) => new(
        0, LutToggles * resources.Luts, FlipFlopToggles * resources.FlipFlops, CarryToggles * resources.Carry,
        BlockRamAccesses * resources.BlockRams, MultiplierOperations * resources.Multipliers,
        LargeRamAccesses * resources.LargeRams, $"assumed: {Source}");
}
