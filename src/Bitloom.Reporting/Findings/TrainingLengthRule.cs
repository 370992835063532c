namespace Bitloom.Reporting;

/// <summary>When the last epoch was the best, the next one might have been better.</summary>
public sealed class TrainingLengthRule : IFindingRule
{
    /// <inheritdoc/>
    public string Name => "trainingLength";

    /// <inheritdoc/>
    public IEnumerable<Finding> Apply(Report report)
    {
        if (report.Training is { Epochs: > 1 } training && training.BestEpoch == training.Epochs)
            yield return new Finding(
                FindingLevel.Note, Name,
                $"The last of {NumberText.Count(training.Epochs)} epochs was the best one: more epochs may help.");
    }
}
