using System.Numerics.Tensors;

namespace Bitloom.Tensors;

/// <summary>The mean over the rows of each batch: windows x n x d becomes windows x 1 x d.</summary>
public static class MeanTokensOperation
{
    /// <summary>The mean token of each window.</summary>
    public static FloatTensor MeanTokens(this Tape tape, FloatTensor x)
    {
        int rows = x.Shape.Rows, columns = x.Shape.Columns;
        var y = tape.Make(x.Shape with { Rows = 1 }, x);
        Array.Clear(y.Values);
        for (var window = 0; window < x.Shape.Batches; window++)
            ColumnSums.Add(
                x.Values.AsSpan(window * rows * columns, rows * columns), y.Values.AsSpan(window * columns, columns));
        TensorPrimitives.Multiply(y.Values, 1f / rows, y.Values);
        tape.Record(y, () => Backward(tape, x, y));
        return y;
    }

    private static void Backward(Tape tape, FloatTensor x, FloatTensor y)
    {
        int rows = x.Shape.Rows, columns = x.Shape.Columns;
        var dx = tape.GradientOf(x, out var fresh);
        TensorPrimitives.Multiply(y.Gradient, 1f / rows, y.Gradient);
        for (var window = 0; window < x.Shape.Batches; window++)
        {
            var target = dx.AsSpan(window * rows * columns, rows * columns);
            if (fresh)
                target.Clear();
            AffineKernel.AddRow(target, y.Gradient.AsSpan(window * columns, columns), target);
        }
    }
}
