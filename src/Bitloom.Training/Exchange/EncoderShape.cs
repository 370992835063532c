namespace Bitloom.Training;

/// <summary>What follows each residual sum of the encoder.</summary>
public enum Normalization
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Batch normalization over windows and tokens, one scale and shift a feature.</summary>
    Batch,

    /// <summary>LayerNorm of each token, with one scale and shift a feature.</summary>
    Layer,

    /// <summary>RMSNorm of each token, with one scale and shift a feature.</summary>
    Rms,
}

/// <summary>The function between the two layers of a feed-forward part.</summary>
public enum Activation
{
    /// <summary>max(x, 0).</summary>
    Relu,

    /// <summary>x times the integral of the normal distribution up to x.</summary>
    Gelu,
}

/// <summary>
/// The sizes of the encoder-only Transformer of arXiv 2407.11041 (section III): input projection with sinusoidal
/// positions, post-norm blocks, mean pool, linear head.
/// </summary>
/// <param name="Window">n, tokens.</param>
/// <param name="Features">m, inputs a token.</param>
/// <param name="Dimension">d, divisible by <paramref name="Heads"/>.</param>
/// <param name="FeedForwardRatio">f; the hidden width is f d.</param>
/// <param name="Outputs">Numbers predicted a window.</param>
/// <param name="Causal">True when a token attends to itself and earlier ones only.</param>
public sealed record EncoderShape(
    int Window,
    int Features,
    int Dimension,
    int Heads,
    int Layers,
    int FeedForwardRatio,
    int Outputs,
    Normalization Normalization,
    Activation Activation = Activation.Relu,
    bool Causal = false)
{
    /// <summary>True when tokens are normalized one by one, which is an operation of its own.</summary>
    public bool NormalizesTokens => Normalization is Normalization.Layer or Normalization.Rms;

    /// <summary>d / h, the width of one head.</summary>
    public int HeadDimension => Dimension / Heads;

    /// <summary>f d.</summary>
    public int HiddenDimension => FeedForwardRatio * Dimension;
}
