namespace Bitloom.Reporting;

/// <summary>Warns when the integer model is more than 2 % worse than the float model, relative to the latter.</summary>
public sealed class QuantizationLossRule : IFindingRule
{
    /// <summary>The loss that is still fine, as a share of the float model's metric.</summary>
    public const double Tolerance = 0.02;

    /// <inheritdoc/>
    public string Name => "quantizationLoss";

    /// <inheritdoc/>
    public IEnumerable<Finding> Apply(Report report)
    {
        if (report.Accuracy is not { Float: { } before, HardwareExact: { } after } accuracy)
            yield break;
        if (!double.IsFinite(before) || !double.IsFinite(after))
            yield break;
        var worsening = accuracy.HigherIsBetter ? before - after : after - before;
        if (worsening > Tolerance * Math.Abs(before))
            yield return new Finding(FindingLevel.Warning, Name, Sentence(accuracy.Metric, before, after, worsening));
    }

    private static string Sentence(string metric, double before, double after, double worsening)
    {
        var loss = before == 0 ? "" : $" ({NumberText.Percent(worsening / Math.Abs(before))} worse)";
        var change = $"{metric} went from {NumberText.Number(before)} to {NumberText.Number(after)}{loss}";
        return $"Quantization cost accuracy: {change}. " +
            "Give more bits, or train with quantization for longer.";
    }
}
