using System.Collections.Immutable;
using Bitloom.Engine;
using Bitloom.Reporting;

namespace Bitloom.Pipeline;

/// <summary>The engine's memories in the report's terms.</summary>
internal static class MemorySection
{
    public static ImmutableArray<MemoryEntry> Of(EngineProgram program) =>
        [.. EngineMemories.All.Select(memory => Entry(program, memory))];

    private static MemoryEntry Entry(EngineProgram program, EngineMemory memory)
    {
        var depth = program.Parameters.Depths[memory];
        var image = program.Images.All.FirstOrDefault(image => image.Memory == memory);
        var tensors = program.MemoryMap.Where(entry => entry.Memory == memory).ToArray();
        var used = image?.Words.Length ?? tensors.Select(entry => entry.End).DefaultIfEmpty().Max();
        return new(memory.ToString().ToLowerInvariant(), depth, image?.WordBits ?? Width(program, memory), Math.Min(used, depth));
    }

    // Of a memory without an image: a word of activations.
    private static int Width(EngineProgram program, EngineMemory memory)
    {
        var shape = program.Parameters.Shape;
        return program.Parameters.Widths.ActivationBits * (memory == EngineMemory.BankB ? shape.G : shape.T);
    }
}
