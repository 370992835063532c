using System.Collections.Immutable;
using Bitloom.Diagnostics;

namespace Bitloom.Pipeline;

/// <summary>What became of a <see cref="StageRequest"/>.</summary>
/// <param name="Facts">What the wanted stage led to; none when it was not reached.</param>
/// <param name="Files">What it wrote, relative to the output folder.</param>
/// <param name="OutputFolder">Where these files are; null when the work did not begin.</param>
public sealed record PartialResult(
    BuildOutcome Outcome, ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<StageFact> Facts,
    ImmutableArray<string> Files, string? OutputFolder);

/// <summary>Something that a stage led to, such as a validation loss, for people.</summary>
public sealed record StageFact(string Name, string Text);
