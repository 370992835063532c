using System.Collections.Immutable;
using Bitloom.Diagnostics;
using Bitloom.Reporting;

namespace Bitloom.Pipeline;

/// <summary>What became of a <see cref="BuildRequest"/>.</summary>
/// <param name="Report">As far as the build came; null when it did not begin.</param>
/// <param name="OutputFolder">Where the report's files are; null when none were written.</param>
public sealed record BuildResult(
    BuildOutcome Outcome, ImmutableArray<Diagnostic> Diagnostics, Report? Report, string? OutputFolder);
