namespace Bitloom.Ir;

/// <summary>The greatest values of a softmax's datapath; all are unsigned.</summary>
/// <param name="Sum">n E[0].</param>
/// <param name="Reciprocal">floor((2^b - 1) 2^k / E[0]): the sum is never less than E[0].</param>
/// <param name="Product">e rec + 2^(k-1), before the shift.</param>
public sealed record SoftmaxWidths(long Sum, long Reciprocal, long Product)
{
    /// <summary>Bits of the row's sum, unsigned.</summary>
    public int SumBits => IntegerArithmetic.UnsignedBits(Sum);

    /// <summary>Bits of the reciprocal, unsigned.</summary>
    public int ReciprocalBits => IntegerArithmetic.UnsignedBits(Reciprocal);

    /// <summary>Bits of the rounded product, unsigned.</summary>
    public int ProductBits => IntegerArithmetic.UnsignedBits(Product);
}
