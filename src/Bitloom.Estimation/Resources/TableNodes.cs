using Bitloom.Engine;

namespace Bitloom.Estimation;

/// <summary>
/// What tables of logic are made of: different functions of as many low address bits as a LUT has inputs, and different
/// selections, by one of the higher bits each, of what lies below. Constant halves and equal ones need neither.
/// </summary>
/// <param name="Leaves">Functions of the low address bits.</param>
/// <param name="Selections">Selections above them.</param>
internal readonly record struct TableNodes(int Leaves, int Selections)
{
    /// <summary>Those of a read-only memory's parts that are tables, in one copy.</summary>
    public static TableNodes Of(MemoryImage image, MemoryLayout layout, int inputs)
    {
        var (leaves, selections) = (0, 0);
        var tables = layout.Parts.Where(part => part.Kind == MemoryKind.Distributed);
        foreach (var parts in tables.GroupBy(part => (part.First, part.Words)))
        {
            var found = new Finder(inputs);
            foreach (var part in parts)
            {
                foreach (var column in Columns(part.Contents(image), part.Bits))
                    found.Add(column);
            }

            (leaves, selections) = (leaves + found.Leaves.Count, selections + found.Selections.Count);
        }

        return new(leaves, selections);
    }

    // Padded to a power of 2 with the last word, as what lies beyond is never read.
    private static IEnumerable<string> Columns(MemoryImage image, int bits) => ContentsBits.Columns(image.Words, bits)
        .Select(column => column.PadRight(1 << RegisterWidths.Bits(column.Length), column[^1]));

    private sealed class Finder(int inputs)
    {
        public HashSet<string> Leaves { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Selections { get; } = new(StringComparer.Ordinal);

        public void Add(string column)
        {
            if (!column.AsSpan().ContainsAnyExcept(column[0]))
                return;
            if (column.Length <= 1 << inputs)
            {
                Leaves.Add(column);
                return;
            }

            var (low, high) = (column[..(column.Length / 2)], column[(column.Length / 2)..]);
            if (low == high)
                Add(low);
            else if (Selections.Add(column))
            {
                Add(low);
                Add(high);
            }
        }
    }
}
