using System.Collections.Immutable;
using Bitloom.Diagnostics;
using Bitloom.Pipeline;
using Bitloom.Projects;

namespace Bitloom.Exploration;

/// <summary>What came of a fit.</summary>
/// <param name="Trained">The assignments that were trained, the least validation error first; the first is the answer.</param>
/// <param name="Faster">Engines that are faster for more predicted loss, or slower for less; the least loss first.</param>
/// <param name="SettingsFile">What makes the project build the answer, for <c>--settings</c>.</param>
public sealed record FitResult(
    BuildOutcome Outcome, ImmutableArray<Diagnostic> Diagnostics, Project? Project = null,
    ImmutableArray<TrialPoint> Trained = default, ImmutableArray<FitAlternative> Faster = default,
    string? SettingsFile = null);

/// <summary>Widths and an engine that were not trained.</summary>
/// <param name="PredictedLoss">By how much the loss is predicted to grow, as a share of the float model's.</param>
public sealed record FitAlternative(
    string Engine, double PredictedLoss, ImmutableSortedDictionary<Measure, double> Measures,
    ImmutableSortedDictionary<string, int> Bits);
