using System.Numerics;
using Bitloom.Ir;

namespace Bitloom.Tests.Evaluators;

/// <summary>A normalized row in unbounded integers, read from docs/arithmetic.md.</summary>
internal static class ExactNorm
{
    public static IEnumerable<int> Row(NormOp op, int[] row)
    {
        var (root, half) = (Root(op, row), BigInteger.One << (op.Shift - 1));
        return Deviations(op, row).Select(u => (int)BigInteger.Clamp(
            (root * u + half) >> op.Shift, op.Output.Format.Minimum, op.Output.Format.Maximum));
    }

    public static IEnumerable<BigInteger> Deviations(NormOp op, int[] row)
    {
        var sum = op.Centered ? row.Sum() : 0;
        return row.Select(x => (BigInteger)row.Length * x - sum);
    }

    /// <summary>W: the mean of the squared deviations, as u is d times a deviation, plus E.</summary>
    public static BigInteger Spread(NormOp op, int[] row) =>
        Deviations(op, row).Aggregate(BigInteger.Zero, (sum, u) => sum + u * u) / row.Length + op.Epsilon;

    /// <summary>The greatest r with r^2 W within G, by bisection.</summary>
    public static BigInteger Root(NormOp op, int[] row)
    {
        var (spread, least, most) = (Spread(op, row), BigInteger.Zero, BigInteger.One << 32);
        while (most - least > 1)
        {
            var middle = (least + most) / 2;
            (least, most) = middle * middle * spread <= op.Gain ? (middle, most) : (least, middle);
        }

        return least;
    }
}
