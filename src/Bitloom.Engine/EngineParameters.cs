namespace Bitloom.Engine;

/// <summary>
/// The generics of the engine, named as in docs/engine.md where a letter is given. All widths are proven from the
/// graph's constants; all depths come from the memory map.
/// </summary>
/// <param name="Shape">T, G, R.</param>
/// <param name="Multipliers">What the products are made of.</param>
/// <param name="Widths">Everything that does not depend on the shape.</param>
/// <param name="AddressBits">AB.</param>
/// <param name="CountBits">CB.</param>
/// <param name="Depths">Words of each memory.</param>
/// <param name="InputRows">Tokens of a window, n.</param>
/// <param name="InputColumns">Features a token, m.</param>
public sealed record EngineParameters(
    EngineShape Shape,
    MultiplierAllocation Multipliers,
    EngineWidths Widths,
    int AddressBits,
    int CountBits,
    MemoryDepths Depths,
    int InputRows,
    int InputColumns)
{
    /// <summary>Bits of an instruction.</summary>
    public int InstructionBits => InstructionLayout.Fields.Sum(part => part.Bits(this));

    /// <summary>Elements of an inference's input stream.</summary>
    public int Inputs => InputRows * InputColumns;

    /// <summary>The least engine on which programs of both run; shape, widths and input are theirs in common.</summary>
    public EngineParameters Cover(EngineParameters other) => this with
    {
        AddressBits = Math.Max(AddressBits, other.AddressBits),
        CountBits = Math.Max(CountBits, other.CountBits),
        Depths = Depths.Cover(other.Depths),
    };
}
