using System.Numerics;

namespace Bitloom.Estimation;

/// <summary>Which bits of a field vary.</summary>
internal readonly record struct InstructionBits(BigInteger Mask)
{
    /// <summary>How many of the low ones do.</summary>
    public int Varying(int lowBits)
    {
        var count = 0;
        for (var (rest, bit) = (Mask, 0); !rest.IsZero && bit < lowBits; rest >>= 1, bit++)
            count += rest.IsEven ? 0 : 1;
        return count;
    }
}
