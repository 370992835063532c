using System.Numerics;
using System.Runtime.InteropServices;

namespace Bitloom.Tensors;

/// <summary>
/// y = scale (q - Z), q = clamp(floor(x / scale + Z + 1/2), minimum, maximum). Backward: dx = dy where q was not
/// clamped, else 0 (straight-through estimator, Bengio et al. 2013); scale and zero point learn by the grid's
/// <see cref="RangeLearning"/>.
/// </summary>
public static class FakeQuantizeOperation
{
    /// <summary>Rounds to the grid as it is at this moment.</summary>
    public static FloatTensor FakeQuantize(this Tape tape, FloatTensor x, QuantizationGrid grid)
    {
        var y = tape.Make(x.Shape, x, grid.Range, grid.Offset);
        var step = new Step(grid);
        var inputs = MemoryMarshal.Cast<float, Vector<float>>(x.Values);
        var outputs = MemoryMarshal.Cast<float, Vector<float>>(y.Values.AsSpan());
        for (var i = 0; i < outputs.Length; i++)
            outputs[i] = (step.Quantize(step.Position(inputs[i])) - step.Zero) * step.Scale;
        for (var i = outputs.Length * Vector<float>.Count; i < y.Values.Length; i++)
            y.Values[i] = step.Single(x.Values[i]);
        tape.Record(y, () => Backward(tape, x, grid, y, step));
        return y;
    }

    private static void Backward(Tape tape, FloatTensor x, QuantizationGrid grid, FloatTensor y, Step step)
    {
        var dx = x.NeedsGradient ? tape.GradientOf(x) : tape.Rent(x.Values.Length);
        ReadOnlySpan<float> dy = y.Gradient;
        var inputs = MemoryMarshal.Cast<float, Vector<float>>(x.Values);
        var gradients = MemoryMarshal.Cast<float, Vector<float>>(dy);
        var sums = MemoryMarshal.Cast<float, Vector<float>>(dx.AsSpan());
        var clamped = default(Sums);
        for (var i = 0; i < sums.Length; i++)
            sums[i] += step.Back(inputs[i], gradients[i], ref clamped);
        var done = sums.Length * Vector<float>.Count;
        Vector<float> tailInput = default, tailGradient = default;
        for (var i = done; i < dx.Length; i++)
        {
            tailInput = tailInput.WithElement(i - done, x.Values[i]);
            tailGradient = tailGradient.WithElement(i - done, dy[i]);
        }

        var tail = step.Back(tailInput, tailGradient, ref clamped);
        for (var i = done; i < dx.Length; i++)
            dx[i] += tail[i - done];
        grid.AddGradient(clamped.Total, step.Scale[0], (int)step.Zero[0], x.Shape.Rows * x.Shape.Columns);
    }

    /// <summary>The parts of <see cref="ClampedGradient"/> in vectors.</summary>
    private struct Sums
    {
        public Vector<float> Rounding;
        public Vector<float> Below;
        public Vector<float> Above;

        public readonly ClampedGradient Total => new(Vector.Sum(Rounding), Vector.Sum(Below), Vector.Sum(Above));
    }

    /// <summary>The grid in vectors.</summary>
    private readonly struct Step(QuantizationGrid grid)
    {
        private readonly Vector<float> _inverse = new((float)(1 / grid.Scale));
        private readonly Vector<float> _minimum = new(grid.Minimum);
        private readonly Vector<float> _maximum = new(grid.Maximum);

        public Vector<float> Scale { get; } = new((float)grid.Scale);

        public Vector<float> Zero { get; } = new(grid.IntegerZeroPoint);

        public Vector<float> Position(Vector<float> x) => x * _inverse + Zero;

        public Vector<float> Quantize(Vector<float> position) =>
            Vector.Min(Vector.Max(Vector.Floor(position + new Vector<float>(0.5f)), _minimum), _maximum);

        public float Single(float x) => ((Quantize(Position(new Vector<float>(x))) - Zero) * Scale)[0];

        /// <summary>Returns dx and adds what the grid learns from to the sums.</summary>
        public Vector<float> Back(Vector<float> x, Vector<float> dy, ref Sums sums)
        {
            var position = Position(x);
            var rounded = Vector.Floor(position + new Vector<float>(0.5f));
            var below = Vector.LessThan(rounded, _minimum);
            var above = Vector.GreaterThan(rounded, _maximum);
            var dx = Vector.ConditionalSelect(below | above, Vector<float>.Zero, dy);
            sums.Rounding += (rounded - position) * dx;
            sums.Below += Vector.ConditionalSelect(below, dy, Vector<float>.Zero);
            sums.Above += Vector.ConditionalSelect(above, dy, Vector<float>.Zero);
            return dx;
        }
    }
}
