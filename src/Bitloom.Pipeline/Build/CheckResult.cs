using System.Collections.Immutable;
using Bitloom.Diagnostics;

namespace Bitloom.Pipeline;

/// <summary>What a check of a project found.</summary>
/// <param name="Outcome">
/// That of a build which would stop at once for these diagnostics; verified when it would begin.
/// </param>
public sealed record CheckResult(BuildOutcome Outcome, ImmutableArray<Diagnostic> Diagnostics);
