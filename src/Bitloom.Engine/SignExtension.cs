namespace Bitloom.Engine;

/// <summary>Two's complement words narrower than a C# integer.</summary>
internal static class SignExtension
{
    /// <summary>The low <paramref name="bits"/> bits of the value, read as a signed number.</summary>
    public static int Extend(int value, int bits) => value << (32 - bits) >> (32 - bits);

    /// <summary>The low <paramref name="bits"/> bits of the value, read as a signed number.</summary>
    public static long Extend(long value, int bits) => value << (64 - bits) >> (64 - bits);
}
