using System.Collections.Immutable;
using Bitloom.Diagnostics;

namespace Bitloom.Pipeline;

/// <summary>An estimate of a project, or why there is none.</summary>
/// <param name="Outcome">Verified when there is one.</param>
public sealed record EstimateResult(
    BuildOutcome Outcome, ImmutableArray<Diagnostic> Diagnostics, ProjectEstimate? Estimate = null);
