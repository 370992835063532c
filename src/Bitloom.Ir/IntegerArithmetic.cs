namespace Bitloom.Ir;

/// <summary>
/// Rounding and saturation, written once for all C# evaluators; rtl/integer_arithmetic.vhd says the same in VHDL.
/// </summary>
public static class IntegerArithmetic
{
    /// <summary>Saturates to [minimum, maximum].</summary>
    public static int Clamp(long value, int minimum, int maximum) =>
        value < minimum ? minimum : value > maximum ? maximum : (int)value;

    /// <summary>
    /// The epilogue of docs/arithmetic.md: clamp((acc * m + ((r * n) &lt;&lt; k) + b) >> s). The shift is arithmetic,
    /// so that with b holding 2^(s-1) the result is floor(x + 1/2). The left shift is written as a product, which
    /// overflow checking covers.
    /// </summary>
    public static int Requantize(
        long accumulator, int m, long offset, int s, long residual, int n, int k, int minimum, int maximum)
    {
        var sum = accumulator * m + residual * n * (1L << k) + offset;
        return Clamp(sum >> s, minimum, maximum);
    }

    /// <summary>rec = floor((2^bits - 1) * 2^k / sum), the reciprocal of a softmax row.</summary>
    public static long Reciprocal(int bits, int k, long sum) => ((1L << bits) - 1) * (1L << k) / sum;

    /// <summary>p = min(2^bits - 1, (e * rec + 2^(k-1)) >> k).</summary>
    public static int Probability(long exponential, long reciprocal, int bits, int k) =>
        (int)Math.Min((1L << bits) - 1, (exponential * reciprocal + (1L << (k - 1))) >> k);

    /// <summary>
    /// k of a softmax over <paramref name="keys"/> keys: the least with 2^k >= 2 keys (2^exponentialBits - 1).
    /// </summary>
    public static int ReciprocalShift(int keys, int exponentialBits) =>
        UnsignedBits(2L * keys * ((1L << exponentialBits) - 1) - 1);

    /// <summary>floor(sqrt(value)), exactly; the value is not negative.</summary>
    public static long SquareRoot(long value)
    {
        var root = 0L;
        for (var bit = 1L << 31; bit > 0; bit >>= 1)
        {
            // next^2 <= value, without leaving 64 bits.
            var next = root | bit;
            if (next <= value / next)
                root = next;
        }

        return root;
    }

    /// <summary>r = floor(sqrt(gain / spread)), the reciprocal root of a normalized row.</summary>
    public static long ReciprocalRoot(long gain, long spread) => SquareRoot(gain / spread);

    /// <summary>y = clamp((r u + 2^(s-1)) >> s).</summary>
    public static int Normalized(long root, long deviation, int s, int minimum, int maximum) =>
        Clamp((root * deviation + (1L << (s - 1))) >> s, minimum, maximum);

    /// <summary>Bits of a two's complement word that holds every value of [minimum, maximum].</summary>
    public static int SignedBits(long minimum, long maximum)
    {
        var magnitude = Math.Max(maximum, minimum < 0 ? ~minimum : minimum);
        return 65 - System.Numerics.BitOperations.LeadingZeroCount((ulong)Math.Max(magnitude, 0));
    }

    /// <summary>Bits of an unsigned word that holds 0 .. maximum; at least 1.</summary>
    public static int UnsignedBits(long maximum) =>
        Math.Max(1, 64 - System.Numerics.BitOperations.LeadingZeroCount((ulong)maximum));
}
