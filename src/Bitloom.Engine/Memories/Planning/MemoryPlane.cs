using System.Collections.Immutable;

namespace Bitloom.Engine;

/// <summary>Bits of a memory's word that are there in its first <paramref name="Words"/> words.</summary>
internal readonly record struct MemoryPlane(int Low, int Bits, int Words)
{
    /// <summary>The planes of a memory: those of the weights, or one.</summary>
    public static ImmutableArray<MemoryPlane> Of(EngineParameters parameters, EngineMemory memory)
    {
        var lanes = parameters.Shape.G;
        return memory == EngineMemory.Weight
            ? [.. parameters.Weights.Planes.Select(plane =>
                new MemoryPlane(lanes * plane.Low, lanes * plane.Bits, plane.Words))]
            : [new(0, parameters.WordBits(memory), parameters.Depths[memory])];
    }
}
