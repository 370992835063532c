using System.Collections.Immutable;

namespace Bitloom.Training;

/// <summary>y = x W + b; W is <paramref name="Inputs"/> x <paramref name="Outputs"/>, row-major.</summary>
public sealed record DenseWeights(int Inputs, int Outputs, ImmutableArray<float> Weight, ImmutableArray<float> Bias);

/// <summary>
/// y = scale * x + shift a feature: batch normalization with its statistics frozen (scale = gamma / sqrt(var + eps),
/// shift = beta - scale * mean), or ones and zeros. With LayerNorm and RMSNorm it is what the residual branch makes of the
/// normalized tokens; the dense layers that read them have it in their weights and biases.
/// </summary>
public sealed record ChannelAffine(ImmutableArray<float> Scale, ImmutableArray<float> Shift);

/// <summary>The weights of one encoder block, in the order in which they are used.</summary>
public sealed record EncoderBlockWeights(
    DenseWeights Query,
    DenseWeights Key,
    DenseWeights Value,
    DenseWeights Attention,
    ChannelAffine AttentionNormalization,
    DenseWeights Hidden,
    DenseWeights Output,
    ChannelAffine OutputNormalization);

/// <summary>All weights of a trained encoder. Positions are n x d, row-major.</summary>
public sealed record EncoderWeights(
    EncoderShape Shape,
    DenseWeights Embedding,
    ImmutableArray<float> Positions,
    ImmutableArray<EncoderBlockWeights> Blocks,
    DenseWeights Head);
