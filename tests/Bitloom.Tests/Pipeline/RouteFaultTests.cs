using System.Collections.Immutable;
using Bitloom.Pipeline;
using Bitloom.Tests.Projects;
using Bitloom.Toolchain;

namespace Bitloom.Tests.Pipeline;

public sealed class RouteFaultTests
{
    private static readonly Bitloom.Projects.Project Project =
        ProjectReaderTests.Read(ProjectReaderTests.Least + "engine: {device: ice40up5k}\n").Value!;

    [Fact]
    public void ClockMissed_SaysWhatWasReachedAndWhatIsNeeded()
    {
        var none = ImmutableSortedDictionary<string, int>.Empty;
        var routed = new RoutedModel(new RoutedDesign(21.456, none, none), 24, 2, 0);

        RouteFault.ClockMissed(Project, routed).ToString().ShouldBe(
            "error ROUTE001 at engine.clock: the routed design reaches 21.46 MHz, the best of 3 placements\n" +
            "  expected: 24.00 MHz, the clock of the board\n" +
            "  remedy:   set engine.clock to 21 or less, raise board.attempts, or make the engine smaller");
        routed.ReachesClock.ShouldBeFalse();
    }

    [Fact]
    public void TooLarge_SaysThatThereIsNoPlace()
    {
        var process = new ProcessResult("nextpnr", ProcessOutcome.Exited, 255, "route.log", [], TimeSpan.Zero);

        RouteFault.TooLarge(Project, process).ToString().ShouldBe(
            "error ROUTE002 at engine: nextpnr-ice40 finds no place for all cells on the ice40up5k\n" +
            "  expected: an engine that leaves some logic cells and memories free\n" +
            "  remedy:   make engine.rows, engine.columns or engine.lanes smaller, or leave them to the search; " +
            "see what it printed in route.log");
    }

    [Fact]
    public void Clock_Is24Megahertz_WhenTheProjectSaysNothing()
    {
        (Project.Engine.Clock, BoardStage.Megahertz(Project)).ShouldBe((24, 24));
        RouteStage.IsWanted(Project).ShouldBeTrue();
    }
}
