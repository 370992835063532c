namespace Bitloom.Engine;

/// <summary>An instruction with what it is for.</summary>
/// <param name="Tensor">Name of the tensor that it makes; for END the one that it streams.</param>
/// <param name="Head">The attention head that it works on, 0 when it works on all.</param>
public sealed record ProgramInstruction(string Tensor, int Head, Instruction Fields);
