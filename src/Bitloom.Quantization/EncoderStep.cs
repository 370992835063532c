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
    /// 1, and never reached: docs/arithmetic.md defines the softmax on the table's entries, so that only division and
    /// rounding err.
    /// </summary>
    public override double Bound => 1;
}
