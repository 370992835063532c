using Bitloom.Ir;

namespace Bitloom.Quantization.Constants;

/// <summary>The rounded constants of an epilogue for a choice of s and k, with their widths and errors.</summary>
internal static class EpilogueConstants
{
    /// <summary>Bits of a DSP48E1's wide operand and of its result.</summary>
    public const int AccumulatorBits = 25, SumBits = 48;

    /// <summary>M = round(2^s m).</summary>
    public static double Multiplier(AffineColumn column, int s) => Rounding.HalfUp(Math.ScaleB(column.Multiplier, s));

    /// <summary>N = round(2^(s-k) n).</summary>
    public static double ResidualMultiplier(AffineColumn column, int s, int k) =>
        Rounding.HalfUp(Math.ScaleB(column.ResidualMultiplier, s - k));

    /// <summary>The epilogue of docs/arithmetic.md; only for shifts that <see cref="Fit"/>.</summary>
    public static Epilogue Of(AffineProduct product, int s, int k)
    {
        var residual = product.Residual is { } r
            ? new ResidualTerm(r.Tensor, [.. product.Columns.Select(c => (int)ResidualMultiplier(c, s, k))], k)
            : null;
        return new Epilogue(
            [.. product.Columns.Select(c => (int)Multiplier(c, s))],
            [.. product.Columns.Select(c => Offset(product, c, s, k))],
            s,
            residual,
            product.Output.Format.Minimum,
            product.Output.Format.Maximum);
    }

    /// <summary>True when every M, N, B and every term and sum fits its word.</summary>
    public static bool Fit(AffineProduct product, int s, int k, int multiplierBits) =>
        product.Columns.All(column => Fits(product, column, s, k, multiplierBits));

    /// <summary>The proven error of the worst column.</summary>
    public static ErrorBound Worst(AffineProduct product, int s, int k) =>
        Enumerable.Range(0, product.Columns.Length)
            .Select(c => Bound(product, c, s, k))
            .MaxBy(bound => bound.Constants)!;

    private static bool Fits(AffineProduct product, AffineColumn column, int s, int k, int multiplierBits)
    {
        var limit = (1 << (multiplierBits - 1)) - 1;
        if (Math.Abs(Multiplier(column, s)) > limit || Math.Abs(ResidualMultiplier(column, s, k)) > limit)
            return false;
        if (Math.Abs(Math.ScaleB(column.Offset, s)) >= 1L << (SumBits - 1))
            return false;

        var products = (column.Sums + column.Correction) * (long)Multiplier(column, s);
        var residuals = ResidualTerms(product, column, s, k);
        var offset = Offset(product, column, s, k);
        var sums = products + residuals;
        Interval[] words = [products, residuals, new(offset, offset), sums, sums + offset];
        return words.All(word => word.FitsSigned(SumBits));
    }

    private static Interval ResidualTerms(AffineProduct product, AffineColumn column, int s, int k) =>
        product.Residual is { } residual
            ? (residual.Values + residual.ZeroPoint) * ((long)ResidualMultiplier(column, s, k) << k)
            : default;

    private static long Offset(AffineProduct product, AffineColumn column, int s, int k)
    {
        var real = (long)Rounding.HalfUp(Math.ScaleB(column.Offset, s));
        var accumulator = (long)Multiplier(column, s) * column.Correction;
        var residual = ((long)ResidualMultiplier(column, s, k) * (product.Residual?.ZeroPoint ?? 0)) << k;
        return real - accumulator - residual + (1L << (s - 1));
    }

    private static ErrorBound Bound(AffineProduct product, int index, int s, int k)
    {
        var column = product.Columns[index];
        var multiplier = Math.Abs(Multiplier(column, s) - Math.ScaleB(column.Multiplier, s));
        var residual = Math.Abs(
            Math.ScaleB(ResidualMultiplier(column, s, k), k) - Math.ScaleB(column.ResidualMultiplier, s));
        return new ErrorBound(
            product.Output.Name,
            index,
            Math.ScaleB(multiplier * GreatestSum(product, column), -s),
            Math.ScaleB(residual * (product.Residual?.Values.Magnitude ?? 0), -s),
            Math.ScaleB(1, -s - 1));
    }

    /// <summary>The greatest |acc'| with which y can lie inside the clamp range.</summary>
    private static double GreatestSum(AffineProduct product, AffineColumn column)
    {
        if (column.Multiplier == 0)
            return column.Sums.Magnitude;

        var values = product.Residual?.Values ?? default;
        var reach = Math.Abs(column.ResidualMultiplier) * values.Magnitude;
        var first = (product.Output.Format.Minimum - column.Offset - reach) / column.Multiplier;
        var second = (product.Output.Format.Maximum - column.Offset + reach) / column.Multiplier;
        return Math.Max(Math.Abs(Within(first, column.Sums)), Math.Abs(Within(second, column.Sums)));
    }

    private static double Within(double value, Interval range) => Math.Clamp(value, range.Minimum, range.Maximum);
}
