using System.Collections.Immutable;

namespace Bitloom.Exploration;

/// <summary>Chooses settings to try: the same ones for the same state, in whatever order its trials come.</summary>
public interface ISampler
{
    /// <summary>
    /// So many settings, none twice and none that was tried before while there are others; of an empty space its one
    /// setting, once.
    /// </summary>
    IReadOnlyList<ImmutableSortedDictionary<string, string>> Propose(SamplerState state, int count);
}
