namespace Bitloom.Ir;

/// <summary>What the words of a normalization's datapath must hold, for any input.</summary>
/// <param name="Sum">Sum of x, every partial sum included.</param>
/// <param name="Squares">Greatest sum of x^2.</param>
/// <param name="Spread">Greatest W.</param>
/// <param name="Deviation">u_j.</param>
/// <param name="Root">Greatest r, that of W = E.</param>
/// <param name="Product">r u_j + 2^(s-1), before the shift.</param>
public sealed record NormWidths(
    ValueRange Sum, long Squares, long Spread, ValueRange Deviation, long Root, ValueRange Product)
{
    /// <summary>Bits of the sum of x, two's complement.</summary>
    public int SumBits => Sum.SignedBits;

    /// <summary>Bits of W, unsigned; d (sum of x^2) fits as well.</summary>
    public int SpreadBits => IntegerArithmetic.UnsignedBits(Spread);

    /// <summary>Bits of u_j, two's complement.</summary>
    public int DeviationBits => Deviation.SignedBits;

    /// <summary>Bits of r, unsigned.</summary>
    public int RootBits => IntegerArithmetic.UnsignedBits(Root);

    /// <summary>Bits of r u_j + 2^(s-1), two's complement.</summary>
    public int ProductBits => Product.SignedBits;
}
