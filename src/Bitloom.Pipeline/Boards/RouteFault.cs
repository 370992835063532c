using Bitloom.Diagnostics;
using Bitloom.Projects;
using Bitloom.Toolchain;

namespace Bitloom.Pipeline;

/// <summary>What is wrong with a design that was to be routed.</summary>
internal static class RouteFault
{
    /// <summary>No placement reaches the clock.</summary>
    public static Diagnostic ClockMissed(Project project, RoutedModel routed) => Diagnostic.Error(
        "ROUTE001", "engine.clock",
        FormattableString.Invariant(
            $"the routed design reaches {routed.Design.Megahertz:0.00} MHz, the best of {project.Board.Attempts} placements"),
        FormattableString.Invariant($"{routed.ClockMegahertz:0.00} MHz, the clock of the board"),
        FormattableString.Invariant(
            $"set engine.clock to {Math.Floor(routed.Design.Megahertz)} or less, raise board.attempts, or make the engine smaller"));

    /// <summary>There is no place for all cells: a logic cell's LUT and flip-flop cannot always be used both.</summary>
    public static Diagnostic TooLarge(Project project, ProcessResult process) => Diagnostic.Error(
        "ROUTE002", "engine",
        $"nextpnr-ice40 finds no place for all cells on the {project.Engine.Device.Name}",
        "an engine that leaves some logic cells and memories free",
        "make engine.rows, engine.columns or engine.lanes smaller, or leave them to the search; "
            + $"see what it printed in {process.LogPath}");
}
