namespace Bitloom.Training;

/// <summary>The names of the encoder's tensors, one place for all stages (docs/arithmetic.md).</summary>
public static class TensorNames
{
    /// <summary>The window, n x m.</summary>
    public const string Input = "input";

    /// <summary>Input projection plus positions, n x d.</summary>
    public const string Embedding = "embedding";

    /// <summary>The constant positional encodings, n x d.</summary>
    public const string Positions = "positions";

    /// <summary>The constant row of the mean pool.</summary>
    public const string Pool = "pool";

    /// <summary>The mean over tokens, 1 x d.</summary>
    public const string Pooled = "pooled";

    /// <summary>The prediction, 1 x outputs.</summary>
    public const string Output = "output";

    /// <summary>A tensor of a block, such as <c>layer0.query</c>.</summary>
    public static string Block(int layer, string name) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"layer{layer}.{name}");

    /// <summary>The weight matrix that makes the tensor <paramref name="tensor"/>.</summary>
    public static string Weight(string tensor) => tensor + ".weight";

    /// <summary>The tensors of a block, in the order in which they are made.</summary>
    public static IReadOnlyList<string> BlockTensors { get; } =
        ["query", "key", "value", "scores", "probabilities", "context", "attention", "hidden", "output"];

    /// <summary>The tensors of a block that a weight matrix makes.</summary>
    public static IReadOnlyList<string> BlockMatrices { get; } =
        ["query", "key", "value", "attention", "hidden", "output"];

    /// <summary>Every activation tensor of the encoder, input first, output last.</summary>
    public static IEnumerable<string> Activations(int layers) =>
        [Input, Embedding,
            .. Enumerable.Range(0, layers).SelectMany(l => BlockTensors.Select(name => Block(l, name))),
            Pooled, Output];

    /// <summary>Every weight matrix of the encoder.</summary>
    public static IEnumerable<string> WeightMatrices(int layers) =>
        [Weight(Embedding),
            .. Enumerable.Range(0, layers).SelectMany(l => BlockMatrices.Select(name => Weight(Block(l, name)))),
            Weight(Output)];
}
