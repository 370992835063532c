using Bitloom.Ir;

namespace Bitloom.Quantization.Constants;

/// <summary>
/// A tensor that hardly varied in training has a tiny scale, so that m and b fit no word. Columns that give the same
/// outputs for all inputs and fit take their place.
/// </summary>
internal static class SteepColumn
{
    /// <summary>
    /// At most one sum a0 gives an unsaturated output when m exceeds the number of outputs. Any other line through
    /// that point that is as steep as the range is wide saturates at the same sums. For columns without a residual.
    /// </summary>
    public static AffineColumn Flatten(AffineColumn column, IntegerFormat format)
    {
        double width = format.Maximum - format.Minimum + 1;
        if (Math.Abs(column.Multiplier) <= width)
            return column;

        var sign = Math.Sign(column.Multiplier);
        var rising = column.Sums * sign;
        var last = Math.Floor((format.Maximum - column.Offset) / Math.Abs(column.Multiplier));
        var anchor = Math.Clamp(last, rising.Minimum - 1, rising.Maximum + 1);
        var value = Math.Clamp(
            Math.Abs(column.Multiplier) * anchor + column.Offset, format.Minimum, format.Maximum);
        return column with { Multiplier = sign * width, Offset = value - width * anchor };
    }

    /// <summary>Moves b no farther out than saturates the output for every sum and residual.</summary>
    public static AffineColumn LimitOffset(AffineColumn column, Interval residuals, IntegerFormat format)
    {
        var sums = Ends(column.Multiplier, column.Sums);
        var others = Ends(column.ResidualMultiplier, residuals);
        var offset = Math.Clamp(
            column.Offset, format.Minimum - sums.High - others.High, format.Maximum - sums.Low - others.Low);
        return column with { Offset = offset };
    }

    private static (double Low, double High) Ends(double factor, Interval values) =>
        factor < 0
            ? (factor * values.Maximum, factor * values.Minimum)
            : (factor * values.Minimum, factor * values.Maximum);
}
