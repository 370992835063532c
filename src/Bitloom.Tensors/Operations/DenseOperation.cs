namespace Bitloom.Tensors;

/// <summary>
/// y = x W + b, y = max(x W + b, 0) or y = x W + b + residual: x is rows x inputs, W inputs x outputs, b one row of
/// outputs. Bias, residual and ReLU are done while a block of rows is in the first cache.
/// </summary>
public static class DenseOperation
{
    // Of 128 columns: half of a first cache of 32 KB, beside the weights' panel.
    private const int BlockElements = 32 * 128;

    /// <summary>Every row of <paramref name="x"/>, of all batches, through the same weights.</summary>
    public static FloatTensor Dense(this Tape tape, FloatTensor x, FloatTensor weight, FloatTensor bias)
    {
        var y = tape.Make(x.Shape with { Columns = weight.Shape.Columns }, x, weight, bias);
        Gemm.Multiply(Of(x), Of(weight), new MatrixView(bias.Values, 0, 0, 1), Of(y),
            x.Shape.TotalRows, x.Shape.Columns, weight.Shape.Columns);
        tape.Record(y, () => Backward(tape, x, weight, bias, y));
        return y;
    }

    /// <summary>The rectified product; the derivative at 0 is 0.</summary>
    public static FloatTensor DenseRelu(this Tape tape, FloatTensor x, FloatTensor weight, FloatTensor bias)
    {
        int inputs = x.Shape.Columns, outputs = weight.Shape.Columns;
        var y = tape.Make(x.Shape with { Columns = outputs }, x, weight, bias);
        var block = Math.Max(1, BlockElements / outputs);
        for (var row = 0; row < x.Shape.TotalRows; row += block)
        {
            var rows = Math.Min(block, x.Shape.TotalRows - row);
            Gemm.Multiply(
                Of(x, row), Of(weight), new MatrixView(bias.Values, 0, 0, 1), Of(y, row), rows, inputs, outputs);
            var values = y.Values.AsSpan(row * outputs, rows * outputs);
            ReluKernel.Rectify(values, values);
        }

        tape.Record(y, () =>
        {
            ReluKernel.Mask(
                y.Values, y.Gradient, bias.NeedsGradient ? tape.GradientOf(bias) : tape.Rent(outputs));
            BackwardProduct(tape, x, weight, y);
        });
        return y;
    }

    /// <summary>The product added to a residual of its shape.</summary>
    public static FloatTensor Dense(
        this Tape tape, FloatTensor x, FloatTensor weight, FloatTensor bias, FloatTensor residual)
    {
        int inputs = x.Shape.Columns, outputs = weight.Shape.Columns;
        var y = tape.Make(residual.Shape, x, weight, bias, residual);
        var block = Math.Max(1, BlockElements / outputs);
        for (var row = 0; row < x.Shape.TotalRows; row += block)
        {
            var rows = Math.Min(block, x.Shape.TotalRows - row);
            var (first, count) = (row * outputs, rows * outputs);
            AffineKernel.AddRow(
                residual.Values.AsSpan(first, count), bias.Values, y.Values.AsSpan(first, count));
            Gemm.Multiply(Of(x, row), Of(weight), Of(y, row), Of(y, row), rows, inputs, outputs);
        }

        tape.Record(y, () =>
        {
            Backward(tape, x, weight, bias, y);
            if (residual.NeedsGradient)
                Accumulate.Share(tape, residual, y);
        });
        return y;
    }

    private static void Backward(Tape tape, FloatTensor x, FloatTensor weight, FloatTensor bias, FloatTensor y)
    {
        if (bias.NeedsGradient)
            ColumnSums.Add(y.Gradient!, tape.GradientOf(bias));
        BackwardProduct(tape, x, weight, y);
    }

    private static void BackwardProduct(Tape tape, FloatTensor x, FloatTensor weight, FloatTensor y)
    {
        int rows = x.Shape.TotalRows, inputs = x.Shape.Columns, outputs = weight.Shape.Columns;
        var dy = MatrixView.Of(y.Gradient!, outputs);
        if (x.NeedsGradient)
        {
            var dx = tape.GradientOf(x, out var fresh);
            var transposed = weight.Transposed is null
                ? MatrixView.Of(weight.Values, outputs).Transposed
                : MatrixView.Of(weight.Transposed, inputs);
            Gemm.Multiply(dy, transposed, MatrixView.Of(dx, inputs), rows, outputs, inputs, accumulate: !fresh);
        }

        if (weight.NeedsGradient)
            Gemm.Multiply(MatrixView.Of(x.Values, inputs).Transposed, dy,
                MatrixView.Of(tape.GradientOf(weight), outputs), inputs, rows, outputs, accumulate: true);
    }

    private static MatrixView Of(FloatTensor tensor, int row = 0) =>
        new(tensor.Values, row * tensor.Shape.Columns, tensor.Shape.Columns, 1);
}
