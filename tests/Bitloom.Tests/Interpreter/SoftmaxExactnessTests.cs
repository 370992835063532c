using System.Numerics;
using Bitloom.Interpreter;
using Bitloom.Ir;

namespace Bitloom.Tests.Interpreter;

/// <summary>
/// With t = e (2^b - 1) / sum in exact rationals: |p - t| &lt; 1 for each element, and a row's shortfall before
/// rounding is below 1/2 (docs/arithmetic.md). Each p is
/// also the page's formula in unbounded integers. Both fractions are cleared by multiplying with the sum.
/// </summary>
public sealed class SoftmaxExactnessTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Run_StaysWithinOneLsb_OnEveryRowOfFewKeys(int keys)
    {
        int[] exponentialBits = [4, 5, 8];
        for (var scoreBits = 2; scoreBits <= 4; scoreBits++)
        {
            foreach (var (bits, wide) in from b in Enumerable.Range(2, 7) from e in exponentialBits select (b, e))
            {
                var rows = AllRows(keys, scoreBits);

                ShouldBeWithinOneLsb(Softmax(rows.Length / keys, keys, scoreBits, bits, wide, steepness: 0.35), rows);
            }
        }
    }

    [Fact]
    public void Run_StaysWithinOneLsb_OnRandomRowsOfManyKeys()
    {
        var random = new Random(11);

        for (var i = 0; i < 200; i++)
        {
            var (keys, scoreBits) = (random.Next(1, 300), random.Next(2, 9));
            var limit = 1 << (scoreBits - 1);
            int[] rows = [.. Enumerable.Range(0, 4 * keys).Select(_ => random.Next(-limit, limit))];
            var steepness = random.NextDouble() * 8 / (1 << scoreBits);

            ShouldBeWithinOneLsb(
                Softmax(4, keys, scoreBits, random.Next(2, 9), random.Next(4, 13), steepness), rows);
        }
    }

    [Theory]
    [InlineData(1, 4, 5)]
    [InlineData(12, 8, 13)]
    [InlineData(16, 8, 13)]
    [InlineData(17, 8, 14)]
    [InlineData(2, 12, 14)]
    public void ReciprocalShift_IsTheLeast_ThatTheBoundNeeds(int keys, int exponentialBits, int expected)
    {
        var shift = IntegerArithmetic.ReciprocalShift(keys, exponentialBits);

        shift.ShouldBe(expected);
        BigInteger.Pow(2, shift).ShouldBeGreaterThanOrEqualTo(2 * keys * ((1 << exponentialBits) - 1));
        BigInteger.Pow(2, shift - 1).ShouldBeLessThan(2 * keys * ((1 << exponentialBits) - 1));
    }

    private static void ShouldBeWithinOneLsb(IntegerGraph graph, int[] rows)
    {
        var softmax = (SoftmaxOp)graph.Producer("p");
        GraphVerifier.Verify(graph).ShouldBeEmpty();

        var probabilities = GraphInterpreter.Run(graph, rows).Output;

        var keys = softmax.Output.Columns;
        foreach (var (scores, row) in rows.Chunk(keys).Zip(probabilities.Chunk(keys)))
            ShouldBeWithinOneLsb(softmax, scores, row);
    }

    private static void ShouldBeWithinOneLsb(SoftmaxOp softmax, int[] scores, int[] probabilities)
    {
        var exponentials = scores.Select(score => (BigInteger)softmax.Exponentials[scores.Max() - score]).ToArray();
        var sum = exponentials.Aggregate((left, right) => left + right);
        var scale = (BigInteger.One << softmax.Output.Format.Bits) - 1;
        var power = BigInteger.One << softmax.ReciprocalShift;
        var reciprocal = scale * power / sum;
        for (var j = 0; j < scores.Length; j++)
        {
            var error = probabilities[j] * sum - exponentials[j] * scale;
            var rounded = (2 * exponentials[j] * reciprocal + power) / (2 * power);
            if (BigInteger.Abs(error) >= sum || probabilities[j] != BigInteger.Min(scale, rounded))
                Assert.Fail($"p = {probabilities[j]}, t = {exponentials[j] * scale} / {sum}, {rounded} expected");
        }

        (2 * (scale * power - reciprocal * sum)).ShouldBeLessThan(power);
    }

    /// <summary>Every row of scores, one after the other.</summary>
    private static int[] AllRows(int keys, int bits)
    {
        var count = 1 << (keys * bits);
        var digit = from row in Enumerable.Range(0, count)
                    from j in Enumerable.Range(0, keys)
                    select ((row >> (j * bits)) & ((1 << bits) - 1)) - (1 << (bits - 1));
        return [.. digit];
    }

    private static IntegerGraph Softmax(int rows, int keys, int scoreBits, int bits, int wide, double steepness)
    {
        var largest = (1 << wide) - 1;
        var table = Enumerable.Range(0, 1 << scoreBits)
            .Select(d => (int)Math.Floor(largest * Math.Exp(-steepness * d) + 0.5));
        var scores = new Tensor("scores", rows, keys, IntegerFormat.S(scoreBits), new(steepness, 0));
        var output = new Tensor("p", rows, keys, IntegerFormat.U(bits), new(1.0 / ((1 << bits) - 1), 0));
        var shift = IntegerArithmetic.ReciprocalShift(keys, wide);
        return new("softmax", [new InputOp(scores), new SoftmaxOp(output, "scores", [.. table], wide, shift)], "p");
    }
}
