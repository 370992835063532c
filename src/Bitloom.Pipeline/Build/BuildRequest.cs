using System.Collections.Immutable;

namespace Bitloom.Pipeline;

/// <summary>What the user asked to build.</summary>
/// <param name="ProjectPath">The project file.</param>
/// <param name="OutputFolder">Where results go; null: the folder out beside the project file.</param>
/// <param name="Settings">Keys of the project file that are replaced, in the order given.</param>
public sealed record BuildRequest(
    string ProjectPath, string? OutputFolder, ImmutableArray<KeyValuePair<string, string>> Settings)
{
    /// <summary>Every stage is made again, whatever the last build left.</summary>
    public bool Fresh { get; init; }
}
