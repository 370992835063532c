using System.Numerics.Tensors;

namespace Bitloom.Tensors;

/// <summary>Row softmax: y_j = exp(x_j - max) / sum of exp(x_i - max).</summary>
public static class SoftmaxOperation
{
    /// <summary>Each row becomes a distribution.</summary>
    public static FloatTensor Softmax(this Tape tape, FloatTensor x)
    {
        var y = tape.Make(x.Shape, x);
        var columns = x.Shape.Columns;
        for (var i = 0; i < y.Values.Length; i += columns)
        {
            var row = x.Values.AsSpan(i, columns);
            TensorPrimitives.Subtract(row, TensorPrimitives.Max(row), y.Values.AsSpan(i, columns));
        }

        TensorPrimitives.Exp(y.Values, y.Values);
        for (var i = 0; i < y.Values.Length; i += columns)
        {
            var row = y.Values.AsSpan(i, columns);
            TensorPrimitives.Divide(row, TensorPrimitives.Sum<float>(row), row);
        }

        tape.Record(y, () => Backward(tape, x, y));
        return y;
    }

    /// <summary>dx = y (dy - sum of dy y) row by row.</summary>
    internal static void Backward(Tape tape, FloatTensor x, FloatTensor y)
    {
        var columns = x.Shape.Columns;
        var dx = tape.GradientOf(x);
        Span<float> row = stackalloc float[Math.Min(columns, 1024)];
        for (var i = 0; i < y.Values.Length; i += columns)
            for (var j = 0; j < columns; j += row.Length)
            {
                var dot = TensorPrimitives.Dot(y.Values.AsSpan(i, columns), y.Gradient.AsSpan(i, columns));
                var part = row[..Math.Min(row.Length, columns - j)];
                TensorPrimitives.Subtract(y.Gradient.AsSpan(i + j, part.Length), dot, part);
                var target = dx.AsSpan(i + j, part.Length);
                TensorPrimitives.MultiplyAdd(part, y.Values.AsSpan(i + j, part.Length), target, target);
            }
    }
}
