using System.Collections.Immutable;
using Bitloom.Ir;

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
    Tensor Output, string Scores, ImmutableArray<int> Exponentials, int ExponentialBits, int ReciprocalShift)
    : EncoderStep(Output)
{
    /// <summary>
    /// 1 + (2^b - 1) (n - 1) / (2 (2^eb - 1)). Division and rounding take less than 1. A table entry is off by at
    /// most 1/2, none at the maximum; with t = P E_j / sum E and sigma_j the real softmax, t - P sigma_j =
    /// P / sum E * (delta_j - sigma_j sum delta), at most P / (2^eb - 1) * (n - 1) / 2.
    /// </summary>
    public override double Bound =>
        1 + (double)Output.Format.Maximum * (Output.Columns - 1) / (2.0 * ((1 << ExponentialBits) - 1));
}
