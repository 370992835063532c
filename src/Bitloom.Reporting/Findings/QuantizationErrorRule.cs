namespace Bitloom.Reporting;

/// <summary>Names the tensor that quantization moves most.</summary>
public sealed class QuantizationErrorRule : IFindingRule
{
    /// <inheritdoc/>
    public string Name => "quantizationError";

    /// <inheritdoc/>
    public IEnumerable<Finding> Apply(Report report)
    {
        if (report.QuantizationErrors.MaxBy(entry => entry.Mean) is not { } worst)
            yield break;
        yield return new Finding(
            FindingLevel.Note, Name,
            $"Quantization moves {worst.Tensor} most: {NumberText.Number(worst.Mean)} LSB of its "
                + $"{NumberText.Count(worst.Bits)} bits on average, {NumberText.Number(worst.Largest)} at most.");
    }
}
