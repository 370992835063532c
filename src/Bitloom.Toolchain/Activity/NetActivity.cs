namespace Bitloom.Toolchain;

/// <summary>What a netlist did, in a cycle on average.</summary>
/// <param name="Cycles">Counted.</param>
/// <param name="LutToggles">Changes of LUT outputs.</param>
/// <param name="FlipFlopToggles">Changes of flip-flop outputs.</param>
/// <param name="CarryToggles">Changes of carry outputs.</param>
/// <param name="BlockAccesses">Enabled ports of block RAM, in blocks of the device's own size.</param>
/// <param name="LargeAccesses">Enabled large memories.</param>
/// <param name="MultiplierResults">Multipliers whose result changed.</param>
public sealed record NetActivity(
    long Cycles, double LutToggles, double FlipFlopToggles, double CarryToggles, double BlockAccesses,
    double LargeAccesses, double MultiplierResults);
