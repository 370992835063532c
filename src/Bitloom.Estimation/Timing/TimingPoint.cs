using System.Collections.Immutable;

namespace Bitloom.Estimation;

/// <summary>An engine whose longest path was measured.</summary>
/// <param name="Seed">Of the accelerator that was drawn.</param>
/// <param name="Configuration">It in words.</param>
/// <param name="Path">The part of the engine in which the path ends.</param>
/// <param name="Picoseconds">Its delay: of its cells for xc7, of cells and nets as routed for iCE40.</param>
/// <param name="Features">In the order of <see cref="TimingFeatures.All"/>.</param>
public sealed record TimingPoint(
    int Seed, string Configuration, EnginePart Path, int Picoseconds, ImmutableArray<double> Features);
