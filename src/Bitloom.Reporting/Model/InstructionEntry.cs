namespace Bitloom.Reporting;

/// <summary>An instruction of the engine's program.</summary>
/// <param name="Index">Place in the program, from 0.</param>
/// <param name="Opcode">MATMUL, SOFTMAX or END.</param>
/// <param name="Tensor">The tensor that it makes.</param>
/// <param name="Cycles">Its cycles, its delay included.</param>
/// <param name="Delay">Idle cycles before its first issue cycle.</param>
/// <param name="Utilization">Useful multiplications as a share of those that the array could do, 0 to 1.</param>
public sealed record InstructionEntry(
    int Index, string Opcode, string Tensor, long Cycles, long Delay, double? Utilization);
