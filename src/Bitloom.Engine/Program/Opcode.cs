namespace Bitloom.Engine;

/// <summary>What an instruction does; the values are those of the instruction word.</summary>
public enum Opcode
{
    /// <summary>A matrix product with its epilogue.</summary>
    MatMul = 0,

    /// <summary>A row-wise softmax.</summary>
    Softmax = 1,

    /// <summary>Streams the last output and waits for the next window.</summary>
    End = 2,

    /// <summary>Streams an output that is not the last one.</summary>
    Output = 3,

    /// <summary>LayerNorm or RMSNorm of each row.</summary>
    Norm = 4,
}
