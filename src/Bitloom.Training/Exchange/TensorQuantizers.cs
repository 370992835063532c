using System.Collections.Immutable;

namespace Bitloom.Training;

/// <summary>
/// How a per-tensor quantized tensor is stored: q = clamp(floor(x / scale + zero point + 1/2)), real = scale (q - zero
/// point). Unsigned formats hold 0 .. 2^bits - 1, signed ones -2^(bits-1) .. 2^(bits-1) - 1.
/// </summary>
public sealed record TensorQuantizer(int Bits, bool Signed, double Scale, int ZeroPoint)
{
    /// <summary>Least stored integer.</summary>
    public int Minimum => Signed ? -(1 << (Bits - 1)) : 0;

    /// <summary>Greatest stored integer.</summary>
    public int Maximum => Signed ? (1 << (Bits - 1)) - 1 : (1 << Bits) - 1;
}

/// <summary>
/// How a weight matrix is stored: one positive scale an output channel, q = clamp(floor(w / scale + 1/2), +-(2^(bits-1)
/// - 1)).
/// </summary>
public sealed record WeightQuantizer(int Bits, ImmutableArray<double> Scales)
{
    /// <summary>Greatest stored magnitude.</summary>
    public int Limit => (1 << (Bits - 1)) - 1;
}

/// <summary>
/// A trained encoder with everything that quantization needs to know: the quantizer of every activation tensor and of
/// the positions (keys as in docs/arithmetic.md, such as <c>layer0.scores</c>) and of every weight matrix
/// (<c>layer0.query.weight</c>). The training forward and the integer graph use these same numbers.
/// </summary>
public sealed record QuantizedEncoder(
    EncoderWeights Weights,
    ImmutableSortedDictionary<string, TensorQuantizer> Tensors,
    ImmutableSortedDictionary<string, WeightQuantizer> WeightMatrices);
