namespace Bitloom.Engine;

/// <summary>
/// Where a tensor lies, and when: instructions <paramref name="FirstWrite"/>..<paramref name="LastWrite"/> write it
/// (-1 when it is there from the start), <paramref name="LastRead"/> is the last to read it.
/// </summary>
/// <param name="Base">First word.</param>
public sealed record MemoryMapEntry(
    string Tensor, EngineMemory Memory, TensorLayout Layout, int Base, int FirstWrite, int LastWrite, int LastRead)
{
    /// <summary>The word after the last.</summary>
    public int End => Base + Layout.Words;

    /// <summary>True when both are live at one instruction.</summary>
    public bool LivesWith(MemoryMapEntry other) => FirstWrite <= other.LastRead && other.FirstWrite <= LastRead;
}
