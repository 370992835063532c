namespace Bitloom.Reporting;

/// <summary>The hardware's answers must score exactly as those of the integer model do.</summary>
public sealed class RtlAccuracyRule : IFindingRule
{
    /// <inheritdoc/>
    public string Name => "rtlAccuracy";

    /// <inheritdoc/>
    public IEnumerable<Finding> Apply(Report report)
    {
        if (report.Accuracy is not { HardwareExactOnRtlWindows: { } model, Rtl: { } rtl } accuracy || model.Equals(rtl))
            yield break;
        yield return new Finding(
            FindingLevel.Failure, Name,
            $"On the {NumberText.Count(accuracy.RtlWindows)} windows simulated, " +
            $"the hardware's {accuracy.Metric} is {NumberText.Number(rtl)}, " +
            $"the integer model's is {NumberText.Number(model)}: they should be equal.");
    }
}
