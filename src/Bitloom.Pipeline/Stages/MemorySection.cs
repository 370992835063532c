using System.Collections.Immutable;
using Bitloom.Engine;
using Bitloom.Reporting;

namespace Bitloom.Pipeline;

/// <summary>The engine's memories in the report's terms.</summary>
internal static class MemorySection
{
    public static ImmutableArray<MemoryEntry> Of(CompiledModel compiled, MemoryFamily family) =>
        [.. compiled.Hardware.Memories.Layouts.Select(layout => Entry(compiled.Program, layout, family))];

    private static MemoryEntry Entry(EngineProgram program, MemoryLayout layout, MemoryFamily family)
    {
        var memory = layout.Memory;
        var depth = program.Parameters.Depths[memory];
        var image = program.Images.All.FirstOrDefault(image => image.Memory == memory);
        var tensors = program.MemoryMap.Where(entry => entry.Memory == memory).ToArray();
        var used = image?.Words.Length ?? tensors.Select(entry => entry.End).DefaultIfEmpty().Max();
        return new(
            memory.ToString().ToLowerInvariant(),
            depth,
            program.Parameters.WordBits(memory),
            Math.Min(used, depth),
            layout.Kind?.Text() ?? "split",
            (double)layout.Cost.BlockUnits / family.UnitsPerBlock,
            layout.Cost.Luts);
    }
}
