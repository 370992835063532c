namespace Bitloom.Training;

/// <summary>What follows each residual sum of the encoder.</summary>
public enum Normalization
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Batch normalization over windows and tokens, one scale and shift a feature.</summary>
    Batch,
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
public sealed record EncoderShape(
    int Window,
    int Features,
    int Dimension,
    int Heads,
    int Layers,
    int FeedForwardRatio,
    int Outputs,
    Normalization Normalization)
{
    /// <summary>d / h, the width of one head.</summary>
    public int HeadDimension => Dimension / Heads;

    /// <summary>f d.</summary>
    public int HiddenDimension => FeedForwardRatio * Dimension;
}
