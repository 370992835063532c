namespace Bitloom.Engine;

/// <summary>
/// The generics of the engine, named as in docs/engine.md where a letter is given. All widths are proven from the
/// graph's constants; all depths come from the memory map.
/// </summary>
/// <param name="Shape">T, G, R.</param>
/// <param name="Widths">Everything that does not depend on the shape.</param>
/// <param name="AddressBits">AB.</param>
/// <param name="CountBits">CB.</param>
/// <param name="Depths">Words of each memory.</param>
/// <param name="InputRows">Tokens of a window, n.</param>
/// <param name="InputColumns">Features a token, m.</param>
/// <param name="OutputRows">Rows of the output tensor.</param>
/// <param name="OutputColumns">Columns of the output tensor.</param>
public sealed record EngineParameters(
    EngineShape Shape,
    EngineWidths Widths,
    int AddressBits,
    int CountBits,
    MemoryDepths Depths,
    int InputRows,
    int InputColumns,
    int OutputRows,
    int OutputColumns)
{
    /// <summary>Bits of an instruction.</summary>
    public int InstructionBits => InstructionLayout.Fields.Sum(part => part.Bits(this));

    /// <summary>Elements of an inference's input stream.</summary>
    public int Inputs => InputRows * InputColumns;

    /// <summary>Elements of an inference's output stream.</summary>
    public int Outputs => OutputRows * OutputColumns;
}
