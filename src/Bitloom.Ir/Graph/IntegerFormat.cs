namespace Bitloom.Ir;

/// <summary>
/// The integers that a tensor element may be: two's complement or unsigned, <paramref name="Bits"/> wide.
/// </summary>
public readonly record struct IntegerFormat(int Bits, bool Signed)
{
    /// <summary>Least representable value.</summary>
    public int Minimum => Signed ? -(1 << (Bits - 1)) : 0;

    /// <summary>Greatest representable value.</summary>
    public int Maximum => Signed ? (1 << (Bits - 1)) - 1 : (1 << Bits) - 1;

    /// <summary>A signed format.</summary>
    public static IntegerFormat S(int bits) => new(bits, Signed: true);

    /// <summary>An unsigned format.</summary>
    public static IntegerFormat U(int bits) => new(bits, Signed: false);

    /// <summary>True when <paramref name="value"/> is representable.</summary>
    public bool Contains(long value) => value >= Minimum && value <= Maximum;

    /// <summary>The text form, such as <c>s8</c> or <c>u4</c>.</summary>
    public override string ToString() =>
        (Signed ? "s" : "u") + Bits.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
