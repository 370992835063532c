namespace Bitloom.Reporting;

/// <summary>Says where two stages differ, and when nothing was compared.</summary>
public sealed class AgreementRule : IFindingRule
{
    /// <summary>The name, for those who count its findings.</summary>
    internal const string RuleName = "agreement";

    /// <inheritdoc/>
    public string Name => RuleName;

    /// <inheritdoc/>
    public IEnumerable<Finding> Apply(Report report) => report.Agreement.Select(Judge);

    private Finding Judge(AgreementEntry entry) => entry switch
    {
        { Compared: <= 0 } => new(
            FindingLevel.Failure, Name, $"{Stage(entry.To)} was not compared with {entry.From}: no values."),
        { Differences: > 0 } => new(
            FindingLevel.Failure, Name,
            $"{Stage(entry.To)} differs from {entry.From} in {NumberText.Count(entry.Differences)} of " +
            $"{NumberText.Count(entry.Compared)} values: the accelerator must not be used."),
        _ => new(
            FindingLevel.Good, Name,
            $"{Stage(entry.To)} equals {entry.From} in all {NumberText.Count(entry.Compared)} values."),
    };

    // Stages are named in lower case; here one begins a sentence.
    private static string Stage(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];
}
