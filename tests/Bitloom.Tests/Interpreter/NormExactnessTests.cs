using System.Numerics;
using Bitloom.Interpreter;
using Bitloom.Ir;
using Bitloom.Tests.Evaluators;

namespace Bitloom.Tests.Interpreter;

/// <summary>
/// With t = u sqrt(G / W) / 2^s, the normalized value in units of the output, |y - t| is at most 1/2 + |u| / 2^s wherever
/// y is not saturated (docs/arithmetic.md): in exact integers, squares taken instead of roots.
/// </summary>
public sealed class NormExactnessTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Run_StaysWithinItsBound_OnEveryRowOfThreeElements(bool centered)
    {
        int[] rows = [.. AllRows(elements: 3, bits: 3)];

        foreach (var (gain, epsilon, shift) in new[] { (1L << 20, 1, 8), ((1L << 24) + 12345, 3, 9), (77L, 7, 4) })
            ShouldBeWithinTheBound(Norm(3, 3, 8, centered, gain, epsilon, shift, rows.Length / 3), rows);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Run_StaysWithinItsBound_OnRandomRowsOfManyElements(bool centered)
    {
        var random = new Random(5);
        for (var i = 0; i < 300; i++)
        {
            var (count, bits) = (random.Next(1, 257), random.Next(2, 9));
            var reach = random.Next(1, 1 << (bits - 1));
            int[] rows = [.. Enumerable.Range(0, 4 * count).Select(_ => random.Next(-reach, reach))];
            var epsilon = random.Next(1, 5000);
            var gain = random.NextInt64(1, Math.Min(1L << 62, (long)epsilon << 48));

            ShouldBeWithinTheBound(Norm(count, bits, random.Next(2, 9), centered, gain, epsilon, random.Next(8, 25), 4), rows);
        }
    }

    // (x - mean) / sqrt(variance + eps) over the scale, in double precision, as a model says it.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Run_RoundsTheRealNormalization_WithShiftsOfTheQuantizer(bool centered)
    {
        const int Count = 64;
        const double Scale = 1.0 / 32;
        const int Shift = 17;
        var random = new Random(9);
        var gain = (long)Math.Floor(Math.ScaleB(1, 2 * Shift) / (Scale * Scale) + 0.5);
        var worst = 0.0;
        for (var i = 0; i < 200; i++)
        {
            var reach = random.Next(1, 128);
            int[] row = [.. Enumerable.Range(0, Count).Select(_ => random.Next(-reach, reach + 1))];

            var found = GraphInterpreter.Run(Norm(Count, 8, 8, centered, gain, 41, Shift, 1), row).Output;

            var mean = centered ? row.Average() : 0;
            var deviation = Math.Sqrt(row.Sum(x => (x - mean) * (x - mean)) / Count + 41.0 / (Count * Count));
            worst = Math.Max(worst, row.Zip(found).Max(pair =>
                Math.Abs(Math.Clamp((pair.First - mean) / deviation / Scale, -128, 127) - pair.Second)));
        }

        worst.ShouldBeLessThan(0.5 + 1.0 / 8);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(99, 9)]
    [InlineData(4611686014132420608, 2147483646)]
    [InlineData(4611686014132420609, 2147483647)]
    [InlineData(long.MaxValue, 3037000499)]
    public void SquareRoot_IsTheGreatestInteger_WhoseSquareIsNotGreater(long value, long expected) =>
        IntegerArithmetic.SquareRoot(value).ShouldBe(expected);

    private static void ShouldBeWithinTheBound(IntegerGraph graph, int[] rows)
    {
        var norm = (NormOp)graph.Producer("y");
        GraphVerifier.Verify(graph).ShouldBeEmpty();

        var found = GraphInterpreter.Run(graph, rows).Output;

        foreach (var (row, normalized) in rows.Chunk(norm.Output.Columns).Zip(found.Chunk(norm.Output.Columns)))
        {
            normalized.ShouldBe(ExactNorm.Row(norm, row));
            ShouldBeWithinTheBound(norm, row, normalized);
        }
    }

    private static void ShouldBeWithinTheBound(NormOp norm, int[] row, int[] normalized)
    {
        var (format, spread) = (norm.Output.Format, ExactNorm.Spread(norm, row));
        foreach (var (u, y) in ExactNorm.Deviations(norm, row).Zip(normalized))
        {
            var slack = (BigInteger.One << (norm.Shift - 1)) + BigInteger.Abs(u);
            var center = (BigInteger)y << norm.Shift;
            var exact = Signed(u) * norm.Gain;
            if ((y < format.Maximum && exact > Signed(center + slack) * spread)
                || (y > format.Minimum && exact < Signed(center - slack) * spread))
                Assert.Fail($"y = {y} of u = {u}, W = {spread}, {norm}");
        }
    }

    /// <summary>The square with the value's own sign, which keeps the order.</summary>
    private static BigInteger Signed(BigInteger value) => value * BigInteger.Abs(value);

    private static IEnumerable<int> AllRows(int elements, int bits) =>
        from row in Enumerable.Range(0, 1 << (elements * bits))
        from j in Enumerable.Range(0, elements)
        select ((row >> (j * bits)) & ((1 << bits) - 1)) - (1 << (bits - 1));

    private static IntegerGraph Norm(
        int count, int inputBits, int bits, bool centered, long gain, int epsilon, int shift, int rows)
    {
        var input = new Tensor("x", rows, count, IntegerFormat.S(inputBits), new(1, 0));
        var output = new Tensor("y", rows, count, IntegerFormat.S(bits), new(1, 0));
        return new("norm", [new InputOp(input), new NormOp(output, "x", centered, gain, epsilon, shift)], "y");
    }
}
