using Bitloom.Ir;

namespace Bitloom.Interpreter;

/// <summary>The matrix product and its epilogue, element by element.</summary>
internal static class MatMulEvaluation
{
    public static int[] Run(MatMulOp op, TensorValues a, TensorValues b, TensorValues? residual)
    {
        var values = new int[op.Output.Count];
        for (var row = 0; row < op.Output.Rows; row++)
        {
            for (var column = 0; column < op.Output.Columns; column++)
            {
                var accumulator = Accumulate(op, a, b, row, column);
                var addend = residual is { } r ? r[row, column] : 0;
                values[row * op.Output.Columns + column] = Finish(op.Epilogue, accumulator, addend, column);
            }
        }

        return values;
    }

    private static int Finish(Epilogue epilogue, long accumulator, int residual, int column) =>
        IntegerArithmetic.Requantize(
            accumulator,
            epilogue.Multiplier(column),
            epilogue.Offset(column),
            epilogue.Shift,
            residual,
            epilogue.Residual?.Multiplier(column) ?? 0,
            epilogue.Residual?.Shift ?? 0,
            epilogue.Minimum,
            epilogue.Maximum);

    private static long Accumulate(MatMulOp op, TensorValues a, TensorValues b, int row, int column) => op.Kind switch
    {
        MatMulKind.Dense => Dense(a, b, row, column),
        MatMulKind.AttentionScores => Scores(a, b, op.Heads, row, column),
        MatMulKind.AttentionContext => Context(a, b, op.Heads, row, column),
    };

    private static long Dense(TensorValues a, TensorValues b, int row, int column)
    {
        var sum = 0L;
        for (var k = 0; k < a.Columns; k++)
            sum += (long)a[row, k] * b[k, column];
        return sum;
    }

    private static long Scores(TensorValues a, TensorValues b, int heads, int row, int column)
    {
        var (head, token) = Math.DivRem(row, a.Rows);
        var width = a.Columns / heads;
        var sum = 0L;
        for (var k = head * width; k < (head + 1) * width; k++)
            sum += (long)a[token, k] * b[column, k];
        return sum;
    }

    private static long Context(TensorValues a, TensorValues b, int heads, int row, int column)
    {
        var head = column / (b.Columns / heads);
        var tokens = a.Rows / heads;
        var sum = 0L;
        for (var k = 0; k < a.Columns; k++)
            sum += (long)a[head * tokens + row, k] * b[k, column];
        return sum;
    }
}
