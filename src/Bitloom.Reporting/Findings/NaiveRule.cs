namespace Bitloom.Reporting;

/// <summary>A model that predicts no better than the naive prediction is not worth its hardware.</summary>
public sealed class NaiveRule : IFindingRule
{
    /// <inheritdoc/>
    public string Name => "naive";

    /// <inheritdoc/>
    public IEnumerable<Finding> Apply(Report report)
    {
        if (report.Accuracy is not { Naive: { } naive } accuracy)
            yield break;
        if ((accuracy.HardwareExact ?? accuracy.Float) is not { } model || !double.IsFinite(model))
            yield break;
        var better = accuracy.HigherIsBetter ? model > naive : model < naive;
        var numbers = $"{accuracy.Metric} {NumberText.Number(model)} against {NumberText.Number(naive)}";
        yield return better
            ? new Finding(FindingLevel.Good, Name, $"The model beats the naive prediction: {numbers}.")
            : new Finding(
                FindingLevel.Warning, Name,
                $"The model does not beat the naive prediction: {numbers}. Train longer, or question the data.");
    }
}
