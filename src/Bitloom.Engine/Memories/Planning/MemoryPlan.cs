using System.Collections.Immutable;

namespace Bitloom.Engine;

/// <summary>How each memory of an engine is built.</summary>
public sealed record MemoryPlan(ImmutableArray<MemoryLayout> Layouts)
{
    private static readonly ImmutableHashSet<EngineMemory> Small =
        [EngineMemory.Input, EngineMemory.Exponential, EngineMemory.Function, EngineMemory.Program];

    /// <summary>The layout of <paramref name="memory"/>.</summary>
    public MemoryLayout this[EngineMemory memory] => Layouts.Single(layout => layout.Memory == memory);

    /// <summary>What all memories take.</summary>
    public MemoryCost Cost => Layouts.Aggregate(MemoryCost.None, (sum, layout) => sum + layout.Cost);

    /// <summary>
    /// Every memory whole and of the kind that is asked for, whatever the device: where it is automatic the input, the
    /// tables and the program are of LUTs, and the synthesizer decides about the others. Costs nothing, as
    /// nothing is known.
    /// </summary>
    public static MemoryPlan Whole(EngineParameters parameters, MemoryKinds kinds, bool loadPort)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(kinds);
        return new([.. EngineMemories.All.Select(memory => new MemoryLayout(
            memory, WholeParts(parameters, memory, Kind(memory), loadPort), 1, MemoryCost.None))]);

        MemoryKind Kind(EngineMemory memory) =>
            kinds[memory] == MemoryKind.Automatic && Small.Contains(memory) ? MemoryKind.Distributed : kinds[memory];
    }

    /// <summary>One part a plane; of a memory that is loaded one a slice, as the primitive's contents want it.</summary>
    internal static ImmutableArray<MemoryPart> WholeParts(
        EngineParameters parameters, EngineMemory memory, MemoryKind kind, bool loadPort)
    {
        var isCut = loadPort && IsModel(memory);
        return
        [
            .. from plane in MemoryPlane.Of(parameters, memory)
               let slice = isCut ? MemoryFamily.WrittenBits : plane.Bits
               from low in Enumerable.Range(0, Division.Ceiling(plane.Bits, slice)).Select(index => index * slice)
               select new MemoryPart(plane.Low + low, Math.Min(slice, plane.Bits - low), 0, plane.Words, kind),
        ];
    }

    /// <summary>Whether a memory holds the model, and is written by the load port alone.</summary>
    internal static bool IsModel(EngineMemory memory) => memory
        is EngineMemory.Program or EngineMemory.Weight or EngineMemory.Epilogue
        or EngineMemory.Exponential or EngineMemory.Constant or EngineMemory.Function;
}
