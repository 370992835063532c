using System.Collections.Immutable;

namespace Bitloom.Pipeline;

/// <summary>A stage whose finished result can be taken over by a later build.</summary>
/// <param name="Name">As progress shows it; also the name of its record.</param>
/// <param name="DependsOn">All that its result depends on: its content key. What a user changes first, first.</param>
/// <param name="Files">The files that it writes, relative to the output folder.</param>
internal sealed record Stage(
    string Name, ImmutableArray<StageDependency> DependsOn, ImmutableArray<string> Files);
