namespace Bitloom.Estimation;

/// <summary>What a circuit does in a cycle on average: events of all its parts together, without glitches.</summary>
/// <param name="Cycles">The cycles that were counted; 0 where the activity is assumed.</param>
/// <param name="LutToggles">Changes of LUT outputs.</param>
/// <param name="FlipFlopToggles">Changes of flip-flop outputs.</param>
/// <param name="CarryToggles">Changes of outputs of carry chains.</param>
/// <param name="BlockRamAccesses">Enabled ports of memory blocks, in ports of a block of the device's own size.</param>
/// <param name="MultiplierOperations">DSP slices whose result changes.</param>
/// <param name="LargeRamAccesses">Accesses of large memories.</param>
/// <param name="Source">Where it is from: a simulation, or an assumption.</param>
public sealed record Activity(
    long Cycles,
    double LutToggles,
    double FlipFlopToggles,
    double CarryToggles,
    double BlockRamAccesses,
    double MultiplierOperations,
    double LargeRamAccesses,
    string Source)
{
    /// <summary>Nothing moves but the clock.</summary>
    public static Activity None { get; } = new(0, 0, 0, 0, 0, 0, 0, "nothing moves");

    /// <summary>The same circuit where each part does that share of it.</summary>
    public Activity Times(double share, string source) => new(
        Cycles, LutToggles * share, FlipFlopToggles * share, CarryToggles * share, BlockRamAccesses * share,
        MultiplierOperations * share, LargeRamAccesses * share, source);
}
