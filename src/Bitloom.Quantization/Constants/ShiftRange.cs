namespace Bitloom.Quantization.Constants;

/// <summary>
/// The output shifts that a product can use with multipliers of some width: up to <paramref name="Greatest"/> its
/// constants fit, and from <paramref name="Least"/> on they keep the error bound. Empty when none does both.
/// </summary>
internal readonly record struct ShiftRange(int Least, int Greatest)
{
    private const int Limit = 40;

    /// <summary>True when no shift keeps the bound.</summary>
    public bool IsEmpty => Least > Greatest;

    /// <summary>The range of a product; its residual uses its own least k.</summary>
    public static ShiftRange Of(AffineProduct product, int multiplierBits)
    {
        var greatest = Limit;
        while (greatest > 0 && !Fits(product, greatest, multiplierBits))
            greatest--;

        var least = greatest + 1;
        while (least > 1 && Fits(product, least - 1, multiplierBits) && Holds(product, least - 1, multiplierBits))
            least--;
        return new ShiftRange(least, greatest);
    }

    /// <summary>The least k with which every N fits.</summary>
    public static int ResidualShift(AffineProduct product, int s, int multiplierBits)
    {
        var limit = (1 << (multiplierBits - 1)) - 1;
        var k = 0;
        while (k < Limit && product.Columns.Any(c => Math.Abs(EpilogueConstants.ResidualMultiplier(c, s, k)) > limit))
            k++;
        return k;
    }

    private static bool Fits(AffineProduct product, int s, int bits) =>
        EpilogueConstants.Fit(product, s, ResidualShift(product, s, bits), bits);

    private static bool Holds(AffineProduct product, int s, int bits) =>
        EpilogueConstants.Worst(product, s, ResidualShift(product, s, bits)).Holds;
}
