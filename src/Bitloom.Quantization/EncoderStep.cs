using System.Collections.Immutable;
using Bitloom.Ir;
using Bitloom.Tensors;

namespace Bitloom.Quantization;

/// <summary>One tensor of the encoder and how it is made. Operands are names of earlier tensors.</summary>
public abstract record EncoderStep(Tensor Output)
{
    /// <summary>Proven bound of |integer - real| for any integer inputs, in LSB of the output.</summary>
    public abstract double Bound { get; }
}

/// <summary>A matrix product with its epilogue.</summary>
public sealed record ProductStep(
    Tensor Output, string A, string B, MatMulKind Kind, int Heads, Epilogue Epilogue, ErrorBound Error)
    : EncoderStep(Output)
{
    /// <inheritdoc/>
    public override double Bound => Error.Total;
}

/// <summary>A row-wise softmax with its table.</summary>
public sealed record SoftmaxStep(
    Tensor Output,
    string Scores,
    ImmutableArray<int> Exponentials,
    int ExponentialBits,
    int ReciprocalShift,
    bool Causal)
    : EncoderStep(Output)
{
    /// <summary>
    /// 1, and never reached: docs/arithmetic.md defines the softmax on the table's entries, so that only division and
    /// rounding err.
    /// </summary>
    public override double Bound => 1;
}

/// <summary>A function by its table, one entry for each value of <paramref name="Input"/>'s format.</summary>
public sealed record LookupStep(Tensor Output, string Input, UnaryFunction Function, ImmutableArray<int> Table)
    : EncoderStep(Output)
{
    /// <summary>Rounding alone; the function in double precision is not exactly the real one.</summary>
    public override double Bound => 0.5 + 1e-9;
}

/// <summary>LayerNorm or RMSNorm of each token with its constants (docs/arithmetic.md).</summary>
/// <param name="Proven">1/2, and what the reciprocal root and G may add.</param>
public sealed record NormStep(
    Tensor Output, string Input, bool Centered, long Gain, int Epsilon, int Shift, double Proven)
    : EncoderStep(Output)
{
    /// <inheritdoc/>
    public override double Bound => Proven;
}
