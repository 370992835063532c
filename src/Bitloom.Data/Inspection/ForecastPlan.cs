using System.Collections.Immutable;

namespace Bitloom.Data;

/// <summary>A forecast that can be learned from a file as it is.</summary>
/// <param name="Time">The columns of the time; none where rows are taken as evenly spaced.</param>
/// <param name="Window">Rows that the model sees.</param>
/// <param name="Notes">What was decided, one sentence each.</param>
public sealed record ForecastPlan(
    ImmutableArray<string> Time, ImmutableArray<string> Features, ImmutableArray<string> Targets, int Window,
    MissingPolicy MissingPolicy, ImmutableArray<string> Notes);
