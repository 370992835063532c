namespace Bitloom.Ir;

/// <summary>What the words of a matrix product's datapath must hold, over all columns and all inputs.</summary>
/// <param name="Accumulator">Sum of a b, every partial sum in any order included.</param>
/// <param name="Product">acc M[c].</param>
/// <param name="ResidualProduct">(r N[c]) &lt;&lt; k; zero without a residual.</param>
/// <param name="Sum">acc M[c] + ((r N[c]) &lt;&lt; k) + B[c], before the shift.</param>
public sealed record MatMulWidths(
    ValueRange Accumulator, ValueRange Product, ValueRange ResidualProduct, ValueRange Sum)
{
    /// <summary>Bits of the accumulator, two's complement.</summary>
    public int AccumulatorBits => Accumulator.SignedBits;

    /// <summary>Bits of acc M[c], two's complement.</summary>
    public int ProductBits => Product.SignedBits;

    /// <summary>Bits of the shifted residual product, two's complement.</summary>
    public int ResidualProductBits => ResidualProduct.SignedBits;

    /// <summary>Bits of the sum, two's complement.</summary>
    public int SumBits => Sum.SignedBits;

    /// <summary>Covers both.</summary>
    public MatMulWidths Union(MatMulWidths other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(
            Accumulator.Union(other.Accumulator),
            Product.Union(other.Product),
            ResidualProduct.Union(other.ResidualProduct),
            Sum.Union(other.Sum));
    }
}
