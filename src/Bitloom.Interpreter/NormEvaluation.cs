using Bitloom.Ir;

namespace Bitloom.Interpreter;

/// <summary>The integer LayerNorm and RMSNorm, a row at a time.</summary>
internal static class NormEvaluation
{
    public static int[] Run(NormOp op, TensorValues input)
    {
        var values = new int[op.Output.Count];
        for (var row = 0; row < input.Rows; row++)
        {
            var start = row * input.Columns;
            Row(op, input.Values.AsSpan(start, input.Columns), values.AsSpan(start, input.Columns));
        }

        return values;
    }

    private static void Row(NormOp op, ReadOnlySpan<int> input, Span<int> output)
    {
        var format = op.Output.Format;
        long count = input.Length;
        var (sum, squares) = (0L, 0L);
        foreach (var x in input)
        {
            sum += op.Centered ? x : 0;
            squares += (long)x * x;
        }

        var root = IntegerArithmetic.ReciprocalRoot(op.Gain, count * squares - sum * sum + op.Epsilon);
        for (var j = 0; j < output.Length; j++)
        {
            output[j] = IntegerArithmetic.Normalized(
                root, count * input[j] - sum, op.Shift, format.Minimum, format.Maximum);
        }
    }
}
