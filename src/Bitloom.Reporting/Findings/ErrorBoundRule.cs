namespace Bitloom.Reporting;

/// <summary>Names the operations whose rounding error is not proven to stay within the limit.</summary>
public sealed class ErrorBoundRule : IFindingRule
{
    /// <inheritdoc/>
    public string Name => "errorBound";

    /// <inheritdoc/>
    public IEnumerable<Finding> Apply(Report report) =>
        report.ErrorBounds
            .Where(entry => !(entry.Bound <= entry.Limit))
            .Select(entry => new Finding(
                FindingLevel.Failure, Name,
                $"{entry.Tensor} may be off by {NumberText.Number(entry.Bound)} LSB, " +
                $"allowed are {NumberText.Number(entry.Limit)}."));
}
