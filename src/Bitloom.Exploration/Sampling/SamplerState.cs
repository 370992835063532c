using System.Collections.Immutable;
using Bitloom.Projects;
using Bitloom.Training;

namespace Bitloom.Exploration;

/// <summary>All that a sampler knows.</summary>
/// <param name="Space">What varies.</param>
/// <param name="Objectives">What is made small.</param>
/// <param name="Finished">Trials with a result.</param>
/// <param name="Generation">The one that is proposed.</param>
/// <param name="Seed">Of the study's draws.</param>
public sealed record SamplerState(
    ImmutableArray<SearchParameter> Space,
    ImmutableArray<Measure> Objectives,
    IReadOnlyList<Trial> Finished,
    int Generation,
    int Seed)
{
    /// <summary>This generation's own sequence.</summary>
    internal SeededRandom Random() => new(unchecked(((ulong)(uint)Seed << 32) | (uint)Generation));
}
