namespace Bitloom.Engine;

/// <summary>Where the width of an instruction field comes from.</summary>
public enum FieldWidth
{
    /// <summary>1 bit.</summary>
    Flag,

    /// <summary>2 bits.</summary>
    Choice,

    /// <summary>3 bits.</summary>
    Opcode,

    /// <summary>6 bits.</summary>
    Shift,

    /// <summary>AB bits.</summary>
    Address,

    /// <summary>CB bits, holding a count minus one or a delay.</summary>
    Count,

    /// <summary>AW + 1 bits, signed.</summary>
    Bound,
}

/// <summary>One field of the instruction word, with the way to and from <see cref="Instruction"/>.</summary>
/// <param name="Name">As in docs/engine.md.</param>
/// <param name="Get">The value as the word holds it.</param>
/// <param name="Set">The instruction with the value that the word holds.</param>
public sealed record InstructionField(
    string Name, FieldWidth Width, Func<Instruction, int> Get, Func<Instruction, int, Instruction> Set)
{
    /// <summary>Bits of the field.</summary>
    public int Bits(EngineParameters parameters) => Width switch
    {
        FieldWidth.Flag => 1,
        FieldWidth.Choice => 2,
        FieldWidth.Opcode => 3,
        FieldWidth.Shift => 6,
        FieldWidth.Address => parameters.AddressBits,
        FieldWidth.Count => parameters.CountBits,
        FieldWidth.Bound => parameters.Widths.ActivationBits + 1,
    };
}
