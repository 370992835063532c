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

    /// <summary>The normalized sum after a block's attention, n x d.</summary>
    public const string AttentionNorm = "attentionNorm";

    /// <summary>What a block's activation is taken of, n x f d.</summary>
    public const string Argument = "argument";

    /// <summary>The normalized sum after a block's feed-forward part, n x d.</summary>
    public const string OutputNorm = "outputNorm";

    /// <summary>A tensor of a block, such as <c>layer0.query</c>.</summary>
    public static string Block(int layer, string name) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"layer{layer}.{name}");

    /// <summary>The weight matrix that makes the tensor <paramref name="tensor"/>.</summary>
    public static string Weight(string tensor) => tensor + ".weight";

    /// <summary>The tensors of a block, in the order in which they are made.</summary>
    public static IReadOnlyList<string> BlockTensors(Normalization normalization, Activation activation)
    {
        var tokens = normalization is Normalization.Layer or Normalization.Rms;
        return
        [
            "query", "key", "value", "scores", "probabilities", "context", "attention",
            .. tokens ? [AttentionNorm] : Array.Empty<string>(),
            .. activation == Activation.Relu ? Array.Empty<string>() : [Argument],
            "hidden", "output",
            .. tokens ? [OutputNorm] : Array.Empty<string>(),
        ];
    }

    /// <summary>The tensors of a block that a weight matrix makes.</summary>
    public static IReadOnlyList<string> BlockMatrices { get; } =
        ["query", "key", "value", "attention", "hidden", "output"];

    /// <summary>Every activation tensor of the encoder, input first, output last.</summary>
    public static IEnumerable<string> Activations(
        int layers, Normalization normalization = Normalization.Batch, Activation activation = Activation.Relu) =>
        [Input, Embedding,
            .. Enumerable.Range(0, layers).SelectMany(l =>
                BlockTensors(normalization, activation).Select(name => Block(l, name))),
            Pooled, Output];

    /// <summary>Every activation tensor of an encoder of this shape.</summary>
    public static IEnumerable<string> Activations(EncoderShape shape) =>
        Activations(shape.Layers, shape.Normalization, shape.Activation);

    /// <summary>Every weight matrix of the encoder.</summary>
    public static IEnumerable<string> WeightMatrices(int layers) =>
        [Weight(Embedding),
            .. Enumerable.Range(0, layers).SelectMany(l => BlockMatrices.Select(name => Weight(Block(l, name)))),
            Weight(Output)];
}
