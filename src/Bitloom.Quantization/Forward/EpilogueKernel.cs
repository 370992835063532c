using System.Numerics;
using Bitloom.Ir;

namespace Bitloom.Quantization.Forward;

/// <summary>
/// The epilogue in double: every term and sum has at most 48 bits, so that products, sums and the division by 2^s are
/// exact, and floor is the arithmetic shift.
/// </summary>
internal sealed class EpilogueKernel
{
    private readonly double[] _multipliers;
    private readonly double[] _residualMultipliers;
    private readonly double[] _offsets;
    private readonly double _step;
    private readonly Vector<double> _minimum;
    private readonly Vector<double> _maximum;

    public EpilogueKernel(Epilogue epilogue, int columns)
    {
        Stride = PaddedRows.Stride(columns);
        _multipliers = Row(columns, c => epilogue.Multiplier(c));
        _offsets = Row(columns, c => epilogue.Offset(c));
        _residualMultipliers = epilogue.Residual is { } residual
            ? Row(columns, c => (long)residual.Multiplier(c) << residual.Shift)
            : [];
        _step = Math.ScaleB(1, -epilogue.Shift);
        _minimum = new Vector<double>(epilogue.Minimum);
        _maximum = new Vector<double>(epilogue.Maximum);
    }

    /// <summary>Elements from one row to the next, in all operands.</summary>
    public int Stride { get; }

    /// <summary>
    /// Finishes rows of sums. The residual, empty when there is none, has as many rows as the output or is a constant
    /// whose rows repeat.
    /// </summary>
    public void Run(
        ReadOnlySpan<double> acc, ReadOnlySpan<float> residual, int residualRows, Span<float> output, int rows)
    {
        for (var i = 0; i < rows; i++)
        {
            var sums = acc.Slice(i * Stride, Stride);
            var result = output.Slice(i * Stride, Stride);
            if (residual.IsEmpty)
                Row(sums, result);
            else
                Row(sums, residual.Slice(i % residualRows * Stride, Stride), result);
        }
    }

    private void Row(ReadOnlySpan<double> sums, Span<float> result)
    {
        var half = Vector<double>.Count;
        for (var j = 0; j < result.Length; j += Vector<float>.Count)
        {
            var low = Finish(sums, j, Vector<double>.Zero);
            var high = Finish(sums, j + half, Vector<double>.Zero);
            Vector.Narrow(low, high).CopyTo(result[j..]);
        }
    }

    private void Row(ReadOnlySpan<double> sums, ReadOnlySpan<float> residual, Span<float> result)
    {
        var half = Vector<double>.Count;
        for (var j = 0; j < result.Length; j += Vector<float>.Count)
        {
            Vector.Widen(new Vector<float>(residual[j..]), out var first, out var second);
            var low = Finish(sums, j, first * new Vector<double>(_residualMultipliers, j));
            var high = Finish(sums, j + half, second * new Vector<double>(_residualMultipliers, j + half));
            Vector.Narrow(low, high).CopyTo(result[j..]);
        }
    }

    private Vector<double> Finish(ReadOnlySpan<double> sums, int j, Vector<double> residual)
    {
        var product = new Vector<double>(sums[j..]) * new Vector<double>(_multipliers, j);
        var sum = product + residual + new Vector<double>(_offsets, j);
        return Vector.Min(Vector.Max(Vector.Floor(sum * _step), _minimum), _maximum);
    }

    private double[] Row(int columns, Func<int, long> value)
    {
        var row = new double[Stride];
        for (var c = 0; c < columns; c++)
            row[c] = value(c);
        return row;
    }
}
