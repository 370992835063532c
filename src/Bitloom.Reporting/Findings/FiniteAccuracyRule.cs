namespace Bitloom.Reporting;

/// <summary>A metric that is no number means that training diverged.</summary>
public sealed class FiniteAccuracyRule : IFindingRule
{
    /// <inheritdoc/>
    public string Name => "finiteAccuracy";

    /// <inheritdoc/>
    public IEnumerable<Finding> Apply(Report report)
    {
        if (report.Accuracy is { Float: { } value } accuracy && !double.IsFinite(value))
            yield return new Finding(
                FindingLevel.Failure, Name,
                $"The trained model's {accuracy.Metric} is not a finite number: training diverged; " +
                "lower the learning rate.");
    }
}
