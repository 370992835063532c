using System.Collections.Immutable;

namespace Bitloom.Pipeline;

/// <summary>What the RTL answered in one simulator.</summary>
/// <param name="Rungs">At full speed and with random stalls.</param>
/// <param name="Cycles">Of each window at full speed.</param>
/// <param name="Windows">Indices into the test part of the windows that were played with stalls.</param>
/// <param name="Outputs">What was put out for them; fewer elements when it was stopped at a difference.</param>
internal sealed record PlayedRtl(
    ImmutableArray<RungResult> Rungs, ImmutableArray<long> Cycles, ImmutableArray<int> Windows,
    ImmutableArray<int> Outputs);
