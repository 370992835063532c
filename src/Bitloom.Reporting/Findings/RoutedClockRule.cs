namespace Bitloom.Reporting;

/// <summary>Holds the clock of the board against what the router reached.</summary>
public sealed class RoutedClockRule : IFindingRule
{
    /// <inheritdoc/>
    public string Name => "routedClock";

    /// <inheritdoc/>
    public IEnumerable<Finding> Apply(Report report)
    {
        if (report.Routing is not { } routing)
            yield break;
        var (clock, reached) = (NumberText.Number(routing.ClockMegahertz), NumberText.Number(routing.ReachedMegahertz));
        yield return routing.ReachedMegahertz >= routing.ClockMegahertz
            ? new Finding(
                FindingLevel.Good, Name,
                $"The routed bitstream runs at {clock} MHz; it could run at {reached} MHz.")
            : new Finding(
                FindingLevel.Failure, Name,
                $"The routed design reaches {reached} MHz, and its clock is {clock} MHz: there is no bitstream.");
    }
}
