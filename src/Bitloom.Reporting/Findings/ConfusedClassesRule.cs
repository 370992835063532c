namespace Bitloom.Reporting;

/// <summary>Names the two classes that are confused most often.</summary>
public sealed class ConfusedClassesRule : IFindingRule
{
    /// <inheritdoc/>
    public string Name => "confusedClasses";

    /// <inheritdoc/>
    public IEnumerable<Finding> Apply(Report report)
    {
        if (report.Classification is not { } classification)
            yield break;
        var (windows, actual, taken) = classification.Confusion
            .SelectMany((row, actual) => row.Select((windows, taken) => (windows, actual, taken)))
            .Where(cell => cell.actual != cell.taken)
            .MaxBy(cell => cell.windows);
        if (windows == 0)
            yield break;
        var (from, to) = (classification.Classes[actual], classification.Classes[taken]);
        yield return new Finding(
            FindingLevel.Note, Name,
            $"The most frequent mistake: {NumberText.Count(windows)} of {NumberText.Count(from.Windows)} windows of class "
                + $"{from.Name} are taken for {to.Name}.");
    }
}
