namespace Bitloom.Engine;

/// <summary>What an instruction does; the values are those of the instruction word.</summary>
public enum Opcode
{
    /// <summary>A matrix product with its epilogue.</summary>
    MatMul = 0,

    /// <summary>The softmax of a tile of rows begins; it runs beside what follows.</summary>
    Softmax = 1,

    /// <summary>Streams the last output and waits for the next window.</summary>
    End = 2,

    /// <summary>The probabilities of the softmax that began last are written.</summary>
    Probabilities = 3,

    /// <summary>Streams an output that is not the last one.</summary>
    Output = 4,

    /// <summary>LayerNorm or RMSNorm of each row.</summary>
    Norm = 5,
}
