namespace Bitloom.Reporting;

/// <summary>A place in a memory, and the cycles in which a tensor needs it, counted from the first input element.</summary>
/// <param name="Memory">A name of <see cref="MemoryEntry"/>.</param>
/// <param name="FirstWord">Its address.</param>
/// <param name="Start">The first cycle of the instruction that writes it; 0 for what is there from the start.</param>
/// <param name="End">The cycle after the last of the instruction that reads it last.</param>
public sealed record MemoryUseEntry(string Memory, string Tensor, int FirstWord, int Words, long Start, long End);
