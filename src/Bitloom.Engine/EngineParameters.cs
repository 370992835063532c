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
/// <param name="Weights">How weights are stored; the first plane has as many words as the weight memory.</param>
/// <param name="InputResidual">Whether residuals can be read from the input bank.</param>
public sealed record EngineParameters(
    EngineShape Shape,
    MultiplierAllocation Multipliers,
    EngineWidths Widths,
    int AddressBits,
    int CountBits,
    MemoryDepths Depths,
    int InputRows,
    int InputColumns,
    WeightPlanes Weights,
    bool InputResidual)
{
    /// <summary>Bits of an instruction.</summary>
    public int InstructionBits => InstructionLayout.Fields.Sum(part => part.Bits(this));

    /// <summary>Bits of a word of a memory.</summary>
    public int WordBits(EngineMemory memory) => memory switch
    {
        EngineMemory.Bank0 or EngineMemory.Bank1 or EngineMemory.Input or EngineMemory.Constant =>
            Shape.T * Widths.ActivationBits,
        EngineMemory.BankB => Shape.G * Widths.ActivationBits,
        EngineMemory.Weight => Shape.G * Weights.ElementBits,
        EngineMemory.Epilogue => Widths.EpilogueBits,
        EngineMemory.Exponential => Widths.Softmax.ExponentialBits,
        EngineMemory.Function => Widths.ActivationBits,
        EngineMemory.Program => InstructionBits,
        EngineMemory.Softmax => throw new ArgumentOutOfRangeException(nameof(memory), memory, "registers"),
    };

    /// <summary>Elements of an inference's input stream.</summary>
    public int Inputs => InputRows * InputColumns;

    /// <summary>The least engine on which programs of both run; shape, widths and input are theirs in common.</summary>
    public EngineParameters Cover(EngineParameters other) => this with
    {
        AddressBits = Math.Max(AddressBits, other.AddressBits),
        CountBits = Math.Max(CountBits, other.CountBits),
        Depths = Depths.Cover(other.Depths),
        Weights = Weights.Cover(other.Weights),
        InputResidual = InputResidual || other.InputResidual,
    };
}
