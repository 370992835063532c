using System.Numerics.Tensors;

namespace Bitloom.Tensors;

/// <summary>y = x W + b: x is rows x inputs, W inputs x outputs, b one row of outputs.</summary>
public static class DenseOperation
{
    /// <summary>Every row of <paramref name="x"/>, of all batches, through the same weights.</summary>
    public static FloatTensor Dense(this Tape tape, FloatTensor x, FloatTensor weight, FloatTensor bias)
    {
        int rows = x.Shape.TotalRows, inputs = x.Shape.Columns, outputs = weight.Shape.Columns;
        var y = tape.Make(x.Shape with { Columns = outputs }, x, weight, bias);
        for (var i = 0; i < rows; i++)
            bias.Values.CopyTo(y.Values.AsSpan(i * outputs, outputs));
        Gemm.Multiply(MatrixView.Of(x.Values, inputs), MatrixView.Of(weight.Values, outputs),
            MatrixView.Of(y.Values, outputs), rows, inputs, outputs, accumulate: true);
        tape.Record(y, () => Backward(tape, x, weight, bias, y));
        return y;
    }

    private static void Backward(Tape tape, FloatTensor x, FloatTensor weight, FloatTensor bias, FloatTensor y)
    {
        int rows = x.Shape.TotalRows, inputs = x.Shape.Columns, outputs = weight.Shape.Columns;
        var dy = MatrixView.Of(y.Gradient!, outputs);
        if (x.NeedsGradient)
        {
            var dx = tape.GradientOf(x, out var fresh);
            Gemm.Multiply(dy, MatrixView.Of(weight.Values, outputs).Transposed, MatrixView.Of(dx, inputs),
                rows, outputs, inputs, accumulate: !fresh);
        }

        if (weight.NeedsGradient)
            Gemm.Multiply(MatrixView.Of(x.Values, inputs).Transposed, dy,
                MatrixView.Of(tape.GradientOf(weight), outputs), inputs, rows, outputs, accumulate: true);
        if (bias.NeedsGradient)
            AddColumnSums(y.Gradient!, tape.GradientOf(bias));
    }

    private static void AddColumnSums(ReadOnlySpan<float> matrix, Span<float> sums)
    {
        for (var i = 0; i < matrix.Length; i += sums.Length)
            TensorPrimitives.Add(sums, matrix.Slice(i, sums.Length), sums);
    }
}
