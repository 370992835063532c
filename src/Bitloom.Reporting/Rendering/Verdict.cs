namespace Bitloom.Reporting;

/// <summary>The one sentence that stands at the head of a report.</summary>
public static class Verdict
{
    /// <summary>The sentence.</summary>
    public static string Of(Report report)
    {
        if (report.Verified)
            return "Verified: every stage agrees to the bit, and the cycles are as predicted.";
        return report.Findings.Any(finding => finding.Level == FindingLevel.Failure)
            ? "Verification failed: see the findings."
            : "Not verified: not every comparison was made.";
    }
}
