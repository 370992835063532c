namespace Bitloom.Reporting;

/// <summary>Says how much of an inference the array works, and where it waits longest.</summary>
public sealed class ArrayWaitRule : IFindingRule
{
    /// <inheritdoc/>
    public string Name => "arrayWait";

    /// <inheritdoc/>
    public IEnumerable<Finding> Apply(Report report)
    {
        if (report.Cycles is not { Array: { } array, Predicted: > 0 } cycles)
            yield break;
        var text = $"The array takes operands in {NumberText.Percent(array / (double)cycles.Predicted)} of the cycles.";
        var longest = report.Program.Where(entry => entry.End > 0).MaxBy(Wait);
        yield return new Finding(
            FindingLevel.Note, Name,
            longest is null || Wait(longest) == 0
                ? text
                : $"{text} It waits longest, {NumberText.Count(Wait(longest))} cycles, at {longest.Tensor} "
                    + $"({longest.Opcode}).");
    }

    private static long Wait(InstructionEntry entry) => entry.Cycles - entry.Busy;
}
