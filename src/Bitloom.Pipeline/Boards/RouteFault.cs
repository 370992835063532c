using Bitloom.Diagnostics;
using Bitloom.Projects;

namespace Bitloom.Pipeline;

/// <summary>What is wrong with a routed design.</summary>
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
}
