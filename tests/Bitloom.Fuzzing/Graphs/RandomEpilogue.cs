using System.Collections.Immutable;
using Bitloom.Ir;

namespace Bitloom.Fuzzing;

/// <summary>
/// Draws M, N, B, k, s and the clamp of one product from the proven range of its accumulator, so that the outputs'
/// standard deviation is a good part of their range and their center is near its middle.
/// </summary>
internal sealed class RandomEpilogue(Random random, RandomGraphOptions options, IntegerGraph known)
{
    public MatMulOp Create(MatMulOp bare, string? residual, bool rectified)
    {
        var format = bare.Output.Format;
        var entries = bare.Kind == MatMulKind.Dense && random.Next(4) > 0 ? bare.Output.Columns : 1;
        var op = bare with { Epilogue = new([1], [0], 1, null, format.Minimum, format.Maximum) };
        var shift = ShiftFor(Gain(op, 0));
        var multipliers = Draw(entries, column => Fixed(Gain(op, column) * Jitter() * Sign(), shift));
        var term = residual is null ? null : Residual(format, residual, shift, entries);
        var scaled = op.Epilogue with { Multipliers = multipliers, Shift = shift, Residual = term };
        return op with { Epilogue = Centered(op with { Epilogue = Clamped(scaled, rectified) }, format, entries) };
    }

    private Epilogue Centered(MatMulOp op, IntegerFormat format, int entries)
    {
        var half = 1L << (op.Epilogue.Shift - 1);
        var offsets = Draw(entries, column =>
        {
            var sum = op.Kind == MatMulKind.AttentionContext
                ? ValueRange.Zero
                : ValueRanges.Of(known, op, column).Sum;
            var middle = (format.Minimum + format.Maximum + 1) / 2 + Spread(format) * (random.NextDouble() - 0.5) / 4;
            return (long)Math.Floor(middle * 2 * half) - (sum.Minimum + sum.Maximum) / 2 + half;
        });
        return op.Epilogue with { Offsets = offsets };
    }

    private Epilogue Clamped(Epilogue epilogue, bool rectified)
    {
        var minimum = epilogue.Minimum;
        var maximum = epilogue.Maximum;
        if (rectified && minimum < 0)
            minimum = random.Next(minimum, 1);
        else if (random.Next(6) == 0)
            maximum = random.Next(Math.Max(minimum + 1, maximum / 2), maximum + 1);
        return epilogue with { Minimum = minimum, Maximum = maximum };
    }

    private ResidualTerm Residual(IntegerFormat format, string residual, int shift, int entries)
    {
        var range = ValueRanges.Elements(known, residual);
        var gain = Spread(format) / (double)Math.Max(1, range.Maximum - range.Minimum);
        var excess = shift - ShiftFor(gain);
        var k = Math.Max(0, excess);
        return new(residual, Draw(entries, _ => Fixed(gain * Jitter() * Sign(), shift - k)), k);
    }

    /// <summary>Output units an accumulator unit, from the accumulator's standard deviation.</summary>
    private double Gain(MatMulOp op, int column)
    {
        var range = ValueRanges.Of(known, op, column).Accumulator;
        var terms = op.Kind == MatMulKind.AttentionScores
            ? known.TensorOf(op.A).Columns / op.Heads
            : known.TensorOf(op.A).Columns;
        var width = Math.Max(1, range.Maximum - range.Minimum);

        // A row of probabilities adds up to one probability's range, whatever the number of keys is; the tokens
        // that the pooling row adds are alike.
        var deviation = op.Kind == MatMulKind.AttentionContext ? width / (3.0 * terms)
            : known.Producer(op.A) is ConstantOp ? width / 5.0
            : width / (3.5 * Math.Sqrt(terms));
        return Spread(op.Output.Format) / (4 * Math.Max(deviation, 0.25));
    }

    private static int Spread(IntegerFormat format) => format.Maximum - format.Minimum + 1;

    /// <summary>The shift with which a multiplier of this gain has about the wanted number of bits.</summary>
    private int ShiftFor(double gain)
    {
        var bits = options.MultiplierBits ?? random.Next(6, 19);
        return Math.Clamp(bits - 3 - (int)Math.Ceiling(Math.Log2(gain)), 1, 36);
    }

    private static int Fixed(double gain, int shift) =>
        (int)Math.Clamp(Math.Floor(gain * Math.Pow(2, shift) + 0.5), -(1 << 17), (1 << 17) - 1);

    private double Jitter() => 0.5 + random.NextDouble();

    private int Sign() => random.Next(3) == 0 ? -1 : 1;

    private static ImmutableArray<T> Draw<T>(int entries, Func<int, T> draw) =>
        [.. Enumerable.Range(0, entries).Select(draw)];
}
