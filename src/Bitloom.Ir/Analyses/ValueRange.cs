namespace Bitloom.Ir;

/// <summary>
/// All integers from <paramref name="Minimum"/> to <paramref name="Maximum"/>; arithmetic is checked.
/// </summary>
public readonly record struct ValueRange(long Minimum, long Maximum)
{
    /// <summary>Zero alone.</summary>
    public static ValueRange Zero => default;

    /// <summary>Bits of a two's complement word that holds every value.</summary>
    public int SignedBits => IntegerArithmetic.SignedBits(Minimum, Maximum);

    /// <summary>What a format can represent.</summary>
    public static ValueRange Of(IntegerFormat format) => new(format.Minimum, format.Maximum);

    /// <summary>True when <paramref name="value"/> is in the range.</summary>
    public bool Contains(long value) => value >= Minimum && value <= Maximum;

    /// <summary>Every sum of one value of each range.</summary>
    public ValueRange Plus(ValueRange other) => new(Minimum + other.Minimum, Maximum + other.Maximum);

    /// <summary>Every value plus a constant.</summary>
    public ValueRange Plus(long addend) => new(Minimum + addend, Maximum + addend);

    /// <summary>Every value times a constant.</summary>
    public ValueRange Times(long factor) => factor >= 0
        ? new(Minimum * factor, Maximum * factor)
        : new(Maximum * factor, Minimum * factor);

    /// <summary>Covers every product of one value of each range.</summary>
    public ValueRange Times(ValueRange other) => Times(other.Minimum).Union(Times(other.Maximum));

    /// <summary>The least range that covers both.</summary>
    public ValueRange Union(ValueRange other) =>
        new(Math.Min(Minimum, other.Minimum), Math.Max(Maximum, other.Maximum));

    /// <summary>The values in both ranges, which must overlap.</summary>
    public ValueRange Intersect(ValueRange other) =>
        new(Math.Max(Minimum, other.Minimum), Math.Min(Maximum, other.Maximum));

    /// <summary>The least range that covers this one and zero.</summary>
    public ValueRange WithZero() => Union(Zero);
}
