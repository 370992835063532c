namespace Bitloom.Engine;

/// <summary>
/// A hard multiplier of a device as Yosys 0.23 uses it: products that are too wide are cut into pieces, and pieces that
/// are too narrow are made of LUTs.
/// </summary>
/// <param name="Wide">Bits of the wider operand, signed.</param>
/// <param name="Narrow">Bits of the narrower one, signed.</param>
/// <param name="LeastProduct">Bits of the narrowest product that is mapped to it.</param>
/// <param name="IsSignedOnly">A lower piece needs a bit for its sign.</param>
public readonly record struct MultiplierSize(int Wide, int Narrow, int LeastProduct, bool IsSignedOnly)
{
    private const int LeastOperand = 2;

    /// <summary>DSP48E1 of the 7 series.</summary>
    public static MultiplierSize Dsp48 { get; } = new(25, 18, LeastProduct: 9, IsSignedOnly: true);

    /// <summary>SB_MAC16 of the iCE40 UltraPlus.</summary>
    public static MultiplierSize Mac16 { get; } = new(16, 16, LeastProduct: 11, IsSignedOnly: false);

    /// <summary>Multipliers of a signed product.</summary>
    public int Of(int a, int b)
    {
        var count = 0;
        foreach (var left in Pieces(Math.Max(a, b), Wide))
        {
            foreach (var right in Pieces(Math.Min(a, b), Narrow))
                count += Takes(left, right) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether a product that is not too wide is made in it at all.</summary>
    public bool Takes(int a, int b) => Math.Min(a, b) >= LeastOperand && a + b >= LeastProduct;

    // Whole pieces from the low bits up; the last has what is left.
    private IEnumerable<int> Pieces(int bits, int width)
    {
        var step = IsSignedOnly ? width - 1 : width;
        for (; bits > width; bits -= step)
            yield return width;
        yield return bits;
    }
}
