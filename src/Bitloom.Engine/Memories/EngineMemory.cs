namespace Bitloom.Engine;

/// <summary>The memories of docs/engine.md.</summary>
public enum EngineMemory
{
    /// <summary>Activations, T elements a word.</summary>
    Bank0,

    /// <summary>Activations, T elements a word.</summary>
    Bank1,

    /// <summary>The streamed window, T elements a word.</summary>
    Input,

    /// <summary>Positions and the pooling row, T elements a word; read only.</summary>
    Constant,

    /// <summary>Keys, values and the pool's operand, G elements a word.</summary>
    BankB,

    /// <summary>Weights, G elements a word; read only.</summary>
    Weight,

    /// <summary>Offset, residual multiplier and multiplier of a channel; read only.</summary>
    Epilogue,

    /// <summary>Softmax tables; read only.</summary>
    Exponential,

    /// <summary>Tables of functions; read only.</summary>
    Function,

    /// <summary>The program; read only.</summary>
    Program,

    /// <summary>
    /// Registers of the softmax, for the schedule: 0 the row maxima, 1 the tile that it works on, 2 its reciprocals.
    /// </summary>
    Softmax,
}
