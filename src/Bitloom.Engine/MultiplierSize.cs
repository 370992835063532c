namespace Bitloom.Engine;

/// <summary>The signed operands that one hard multiplier of a device takes.</summary>
/// <param name="Wide">Bits of the wider operand.</param>
/// <param name="Narrow">Bits of the narrower one.</param>
/// <param name="LeastProduct">Bits of the narrowest product that Yosys 0.23 maps to it; others are LUTs.</param>
public readonly record struct MultiplierSize(int Wide, int Narrow, int LeastProduct)
{
    /// <summary>DSP48E1 of the 7 series.</summary>
    public static MultiplierSize Dsp48 { get; } = new(25, 18, LeastProduct: 9);

    /// <summary>SB_MAC16 of the iCE40 UltraPlus.</summary>
    public static MultiplierSize Mac16 { get; } = new(16, 16, LeastProduct: 11);

    /// <summary>Multipliers of a signed product: where one is too narrow, all pieces but the highest are unsigned.</summary>
    public int Of(int a, int b) => Pieces(Math.Max(a, b), Wide) * Pieces(Math.Min(a, b), Narrow);

    /// <summary>Whether products of these operands are made in it at all.</summary>
    public bool Takes(int a, int b) => a + b >= LeastProduct;

    private static int Pieces(int bits, int width) => bits <= width ? 1 : 1 + Division.Ceiling(bits - width, width - 1);
}
