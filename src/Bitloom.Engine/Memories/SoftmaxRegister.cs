namespace Bitloom.Engine;

/// <summary>Addresses of <see cref="EngineMemory.Softmax"/>.</summary>
internal static class SoftmaxRegister
{
    /// <summary>The maxima of the rows of the scores drained last.</summary>
    public const int Maxima = 0;

    /// <summary>The tile that SOFTMAX began with, until its probabilities are written.</summary>
    public const int Tile = 1;

    /// <summary>The reciprocals of its sums.</summary>
    public const int Reciprocals = 2;

    /// <summary>How many there are.</summary>
    public const int Count = 3;
}
