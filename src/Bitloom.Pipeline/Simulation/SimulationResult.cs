using System.Collections.Immutable;
using Bitloom.Diagnostics;
using Bitloom.Reporting;

namespace Bitloom.Pipeline;

/// <summary>What became of a <see cref="SimulationRequest"/>.</summary>
/// <param name="Summary">Null when nothing was played.</param>
/// <param name="OutputFolder">Where the summary is; null when there is none.</param>
/// <param name="Duration">Of the playing alone: for people only, never part of a result.</param>
public sealed record SimulationResult(
    BuildOutcome Outcome, ImmutableArray<Diagnostic> Diagnostics, SimulationSummary? Summary, string? OutputFolder,
    TimeSpan Duration);
