using System.Collections.Immutable;
using Bitloom.Ir;
using Bitloom.Training;

namespace Bitloom.Quantization;

/// <summary>
/// The encoder in integers: all constants of docs/arithmetic.md, in the order of evaluation. Made by
/// <see cref="EncoderQuantizer"/>.
/// </summary>
/// <param name="Input">The tensor that the host streams in, n x m.</param>
/// <param name="Constants">Weights, positions and pooling row, in the order of their first use.</param>
/// <param name="Steps">Every computed tensor; the last one is the output.</param>
/// <param name="MultiplierBits">Bits that hold every M and N.</param>
public sealed record IntegerEncoder(
    EncoderShape Shape,
    Tensor Input,
    ImmutableArray<IntegerMatrix> Constants,
    ImmutableArray<EncoderStep> Steps,
    int MultiplierBits)
{
    /// <summary>The tensor that the host reads, 1 x outputs.</summary>
    public Tensor Output => Steps[^1].Output;

    /// <summary>The matrix products.</summary>
    public IEnumerable<ProductStep> Products => Steps.OfType<ProductStep>();

    /// <summary>True when one (s, k) serves all products, so that the hardware needs no shifter.</summary>
    public bool HasUniformShifts =>
        Products.Select(p => p.Epilogue.Shift).Distinct().Count() == 1
        && Products.Select(p => p.Epilogue.Residual?.Shift).OfType<int>().Distinct().Count() <= 1;

    /// <summary>The proofs that each product keeps within 1/2 + 1/8 LSB, worst column of each.</summary>
    public ImmutableArray<ErrorBound> ErrorBounds => [.. Products.Select(p => p.Error)];

    /// <summary>The constant called <paramref name="name"/>, or null when that is a computed tensor.</summary>
    public IntegerMatrix? Constant(string name) => Constants.FirstOrDefault(c => c.Tensor.Name == name);
}
