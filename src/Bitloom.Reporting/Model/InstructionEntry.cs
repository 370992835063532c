namespace Bitloom.Reporting;

/// <summary>An instruction of the engine's program.</summary>
/// <param name="Index">Place in the program, from 0.</param>
/// <param name="Opcode">MATMUL, SOFTMAX or END.</param>
/// <param name="Tensor">The tensor that it makes.</param>
/// <param name="Cycles">Its cycles, its delay included.</param>
/// <param name="Delay">Idle cycles before its first issue cycle.</param>
/// <param name="Utilization">Useful multiplications as a share of those that the array could do, 0 to 1.</param>
public sealed record InstructionEntry(
    int Index, string Opcode, string Tensor, long Cycles, long Delay, double? Utilization)
{
    /// <summary>Its first issue cycle after the delay, counted from the first input element.</summary>
    public long Start { get; init; }

    /// <summary>The cycle after its last.</summary>
    public long End { get; init; }

    /// <summary>Cycles in which the array takes operands; in the others it waits, or something else works.</summary>
    public long Busy { get; init; }

    /// <summary>Tiles of equal length that it is divided into; the array is busy at the beginning of each.</summary>
    public int Tiles { get; init; }
}
