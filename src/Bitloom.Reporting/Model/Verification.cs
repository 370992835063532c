namespace Bitloom.Reporting;

/// <summary>When a build may call itself verified.</summary>
public static class Verification
{
    /// <summary>
    /// True when at least one comparison was made, each compared something and found no difference, the simulated
    /// cycles are the predicted ones, and no finding is a failure.
    /// </summary>
    public static bool Holds(Report report) =>
        report.Agreement.Length > 0
        && report.Agreement.All(entry => entry is { Compared: > 0, Differences: 0 })
        && report.Cycles is { Simulated: not null } cycles
        && cycles.Simulated == cycles.Predicted
        && report.Findings.All(finding => finding.Level != FindingLevel.Failure);
}
