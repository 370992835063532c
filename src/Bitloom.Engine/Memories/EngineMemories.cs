using System.Collections.Immutable;

namespace Bitloom.Engine;

/// <summary>The memories proper, without registers.</summary>
public static class EngineMemories
{
    /// <summary>All of them, in the order of <see cref="EngineMemory"/>.</summary>
    public static ImmutableArray<EngineMemory> All { get; } =
        [.. Enum.GetValues<EngineMemory>().Where(memory => memory != EngineMemory.Softmax)];
}
