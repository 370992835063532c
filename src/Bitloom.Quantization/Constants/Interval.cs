namespace Bitloom.Quantization.Constants;

/// <summary>The integers from <paramref name="Minimum"/> to <paramref name="Maximum"/>, both included.</summary>
internal readonly record struct Interval(long Minimum, long Maximum)
{
    /// <summary>The greatest absolute value.</summary>
    public long Magnitude => Math.Max(Math.Abs(Minimum), Math.Abs(Maximum));

    public static Interval operator +(Interval left, Interval right) =>
        new(left.Minimum + right.Minimum, left.Maximum + right.Maximum);

    public static Interval operator +(Interval range, long offset) =>
        new(range.Minimum + offset, range.Maximum + offset);

    public static Interval operator *(Interval range, long factor) =>
        factor < 0
            ? new(range.Maximum * factor, range.Minimum * factor)
            : new(range.Minimum * factor, range.Maximum * factor);

    /// <summary>All products of an element of each.</summary>
    public static Interval operator *(Interval left, Interval right)
    {
        var (low, high) = (left * right.Minimum, left * right.Maximum);
        return new(Math.Min(low.Minimum, high.Minimum), Math.Max(low.Maximum, high.Maximum));
    }

    /// <summary>True when a signed word of <paramref name="bits"/> holds every element.</summary>
    public bool FitsSigned(int bits) => Minimum >= -(1L << (bits - 1)) && Maximum <= (1L << (bits - 1)) - 1;
}
