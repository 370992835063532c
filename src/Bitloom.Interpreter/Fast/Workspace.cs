namespace Bitloom.Interpreter;

/// <summary>The memory of one thread: tensors of the window it evaluates, and what its operations need meanwhile.</summary>
internal sealed class Workspace(int tensors, int packed, int accumulators, int row)
{
    /// <summary>Every tensor at its <see cref="TensorPlace"/>.</summary>
    public short[] Tensors { get; } = new short[tensors];

    /// <summary>A B operand that is no constant, packed.</summary>
    public int[] Packed { get; } = new int[packed];

    /// <summary>Sums of the rows that are being computed.</summary>
    public int[] Accumulators { get; } = new int[accumulators];

    /// <summary>Exponentials of one row of a softmax.</summary>
    public int[] Row { get; } = new int[row];
}
