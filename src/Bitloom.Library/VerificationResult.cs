using System.Collections.Immutable;
using Bitloom.Diagnostics;
using Bitloom.Pipeline;
using Bitloom.Reporting;

namespace Bitloom;

/// <summary>What a verification found.</summary>
public sealed class VerificationResult
{
    private readonly BuildResult _result;

    internal VerificationResult(BuildResult result) => _result = result;

    /// <summary>True when everything was compared, nothing differs, and the accelerator fits its device.</summary>
    public bool Verified => Outcome == BuildOutcome.Verified;

    /// <summary>How it ended; what is wrong is in <see cref="Diagnostics"/>.</summary>
    public BuildOutcome Outcome => _result.Outcome;

    /// <summary>Warnings and faults, each with its remedy.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => _result.Diagnostics;

    /// <summary>All numbers (docs/report.md); null when a tool stopped it before the end.</summary>
    public Report? Report => _result.Report;

    /// <summary>The page with the report; null when there is none.</summary>
    public string? ReportFile =>
        Report is null ? null : Path.Combine(_result.OutputFolder!, ReportFiles.Html);

    /// <summary>The verdict in one sentence, or the diagnostics.</summary>
    public override string ToString() => Report is { } report ? Verdict.Of(report) : string.Join('\n', Diagnostics);
}
