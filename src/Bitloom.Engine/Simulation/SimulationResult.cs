namespace Bitloom.Engine;

/// <summary>One inference on the simulated engine.</summary>
public sealed class SimulationResult
{
    private readonly EngineMachine machine;

    internal SimulationResult(EngineMachine machine, IReadOnlyList<int> output, long cycles) =>
        (this.machine, Output, Cycles) = (machine, output, cycles);

    /// <summary>The streamed elements, row by row.</summary>
    public IReadOnlyList<int> Output { get; }

    /// <summary>Cycles of the inference, streams never stalled.</summary>
    public long Cycles { get; }

    /// <summary>
    /// The tensor at a place of the memory map, read after the last instruction that writes it; row-major. Elements are
    /// sign-extended, or not when <paramref name="signed"/> is false.
    /// </summary>
    public int[] Tensor(MemoryMapEntry entry, bool signed)
    {
        var (rows, columns) = Size(entry.Layout);
        var values = new int[rows * columns];
        for (var index = 0; index < values.Length; index++)
        {
            var (word, lane) = entry.Layout.Place(index / columns, index % columns);
            var raw = machine.WordAfter(entry.Memory, entry.Base + word, entry.LastWrite)[lane];
            values[index] = signed ? SignExtension.Extend(raw, machine.BitsOf(entry.Memory)) : raw;
        }

        return values;
    }

    private static (int Rows, int Columns) Size(TensorLayout layout) =>
        (layout.Kind == LayoutKind.Activation ? layout.Blocks * layout.Rows : layout.Rows, layout.Columns);
}
