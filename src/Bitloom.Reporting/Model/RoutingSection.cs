namespace Bitloom.Reporting;

/// <summary>The placed and routed bitstream: the accelerator behind its serial line.</summary>
/// <param name="Board">The board whose pins it has.</param>
/// <param name="ClockMegahertz">The clock that it runs at.</param>
/// <param name="ReachedMegahertz">The greatest clock that the router found it can run at.</param>
/// <param name="Seed">Of the placement.</param>
/// <param name="LogicCells">LUTs with their flip-flops.</param>
/// <param name="BlockRam">Memory blocks.</param>
/// <param name="LargeRam">Large single-port memories.</param>
/// <param name="Dsp">DSP slices.</param>
/// <param name="BitstreamFile">Relative to the output folder; null when the clock was not reached.</param>
/// <param name="Source">The tool.</param>
public sealed record RoutingSection(
    string Board,
    double ClockMegahertz,
    double ReachedMegahertz,
    int Seed,
    RoutedUse LogicCells,
    RoutedUse BlockRam,
    RoutedUse LargeRam,
    RoutedUse Dsp,
    string? BitstreamFile,
    long BitstreamBytes,
    string Source);

/// <summary>How many of a kind are taken of how many.</summary>
public sealed record RoutedUse(int Used, int Available);
