namespace Bitloom.Reporting;

/// <summary>Says where most of the cycles go.</summary>
public sealed class LongestInstructionRule : IFindingRule
{
    /// <inheritdoc/>
    public string Name => "longestInstruction";

    /// <inheritdoc/>
    public IEnumerable<Finding> Apply(Report report)
    {
        var total = report.Program.Sum(instruction => instruction.Cycles);
        if (report.Program.MaxBy(instruction => instruction.Cycles) is not { Cycles: > 0 } longest)
            yield break;
        yield return new Finding(
            FindingLevel.Note, Name,
            $"The longest instruction makes {longest.Tensor}: {NumberText.Count(longest.Cycles)} cycles, " +
            $"{NumberText.Percent((double)longest.Cycles / total)} of the program.");
    }
}
