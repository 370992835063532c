using System.Collections.Immutable;

namespace Bitloom.Engine;

/// <summary>A way to build one memory.</summary>
/// <param name="Parts">By low bit, then by first word. The banks that are written each cycle have one.</param>
/// <param name="Copies">How many times the memory is there: R for the exponential tables.</param>
/// <param name="Cost">Of all copies.</param>
public sealed record MemoryLayout(
    EngineMemory Memory, ImmutableArray<MemoryPart> Parts, int Copies, MemoryCost Cost)
{
    /// <summary>The kind of all parts; null when they differ.</summary>
    public MemoryKind? Kind => Parts.Select(part => part.Kind).Distinct().ToArray() is [var kind] ? kind : null;
}
