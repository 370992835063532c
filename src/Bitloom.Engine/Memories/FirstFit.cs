namespace Bitloom.Engine;

/// <summary>Places tensors in one memory, each at the lowest words that are free as long as it lives.</summary>
internal static class FirstFit
{
    /// <summary>The placed tensors, in the order given.</summary>
    public static IReadOnlyList<MemoryMapEntry> Place(EngineMemory memory, IEnumerable<Lifetime> lifetimes)
    {
        var placed = new List<MemoryMapEntry>();
        foreach (var lifetime in lifetimes)
            placed.Add(Lowest(Entry(memory, lifetime), placed));
        return placed;
    }

    /// <summary>Words that the placed tensors take.</summary>
    public static int Depth(IEnumerable<MemoryMapEntry> placed) =>
        placed.Select(entry => entry.End).DefaultIfEmpty().Max();

    private static MemoryMapEntry Entry(EngineMemory memory, Lifetime lifetime) => new(
        lifetime.Reference.Tensor,
        memory,
        lifetime.Reference.Layout,
        Base: 0,
        lifetime.FirstWrite,
        lifetime.LastWrite,
        lifetime.LastRead);

    private static MemoryMapEntry Lowest(MemoryMapEntry entry, List<MemoryMapEntry> placed)
    {
        var neighbours = placed.Where(entry.LivesWith).OrderBy(other => other.Base);
        var lowest = 0;
        foreach (var neighbour in neighbours)
        {
            if (lowest + entry.Layout.Words <= neighbour.Base)
                break;
            lowest = Math.Max(lowest, neighbour.End);
        }

        return entry with { Base = lowest };
    }
}
