using System.Collections.Immutable;
using System.Numerics;
using Bitloom.Engine;

namespace Bitloom.Estimation;

/// <summary>A part of a memory, and what synthesis makes of it.</summary>
/// <param name="Copies">How many times it is there.</param>
/// <param name="StoredBits">Bits of a word that are stored: those of read-only contents that vary.</param>
/// <param name="TableBits">Of these the different ones: tables of logic are shared.</param>
public readonly record struct MemoryContents(
    EngineMemory Memory, MemoryPart Part, int Copies, int StoredBits, int TableBits, bool IsWritten)
{
    private static readonly ImmutableHashSet<EngineMemory> ReadOnly =
        [EngineMemory.Program, EngineMemory.Weight, EngineMemory.Epilogue, EngineMemory.Exponential,
            EngineMemory.Constant, EngineMemory.Function];

    /// <summary>The parts of a memory of a program.</summary>
    public static IEnumerable<MemoryContents> Of(EngineProgram program, MemoryLayout layout, bool loadPort)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(layout);
        if (loadPort || !ReadOnly.Contains(layout.Memory))
            return layout.Parts.Select(part => Written(program, layout, part));
        var image = program.Images.All.Single(image => image.Memory == layout.Memory);
        // Tables of the same words may have columns in common.
        var known = new Dictionary<(int, int), HashSet<string>>();
        return layout.Parts.Select(part =>
        {
            if (!known.TryGetValue((part.First, part.Words), out var columns))
                known[(part.First, part.Words)] = columns = new(StringComparer.Ordinal);
            return Fixed(image, layout, part, columns);
        });
    }

    private static MemoryContents Written(EngineProgram program, MemoryLayout layout, MemoryPart part)
    {
        // The input bank is written lane by lane.
        var lanes = layout.Memory == EngineMemory.Input ? program.Parameters.Shape.T : 1;
        var bits = part.Bits / lanes;
        return new(layout.Memory, part with { Bits = bits }, layout.Copies * lanes, bits, bits, IsWritten: true);
    }

    private static MemoryContents Fixed(MemoryImage image, MemoryLayout layout, MemoryPart part, HashSet<string> columns)
    {
        var words = part.Contents(image).Words;
        var stored = (int)PopCount(ContentsBits.Varying(words));
        var tables = part.Kind == MemoryKind.Distributed ? ContentsBits.DistinctColumns(words, part.Bits, columns) : stored;
        return new(layout.Memory, part, layout.Copies, stored, tables, IsWritten: false);
    }

    private static long PopCount(BigInteger value)
    {
        long count = 0;
        foreach (var each in value.ToByteArray())
            count += BitOperations.PopCount(each);
        return count;
    }
}
