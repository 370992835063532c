namespace Bitloom.Reporting;

/// <summary>Holds the compiler's cycle count against the simulation's.</summary>
public sealed class CyclesRule : IFindingRule
{
    /// <inheritdoc/>
    public string Name => "cycles";

    /// <inheritdoc/>
    public IEnumerable<Finding> Apply(Report report)
    {
        if (report.Cycles is not { Simulated: { } simulated } cycles)
            yield break;
        yield return simulated == cycles.Predicted
            ? new Finding(
                FindingLevel.Good, Name, $"An inference took the predicted {NumberText.Count(simulated)} cycles.")
            : new Finding(
                FindingLevel.Failure, Name,
                $"An inference took {NumberText.Count(simulated)} cycles, " +
                $"predicted were {NumberText.Count(cycles.Predicted)}.");
    }
}
