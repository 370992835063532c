using Bitloom.Ir;

namespace Bitloom.Interpreter;

/// <summary>The integer softmax, a row at a time; the probabilities of keys that a row does not see stay 0.</summary>
internal static class SoftmaxEvaluation
{
    public static int[] Run(SoftmaxOp op, TensorValues scores)
    {
        var values = new int[op.Output.Count];
        for (var row = 0; row < scores.Rows; row++)
        {
            var start = row * scores.Columns;
            var keys = op.Keys(row);
            Row(op, scores.Values.AsSpan(start, keys), values.AsSpan(start, keys));
        }

        return values;
    }

    private static void Row(SoftmaxOp op, ReadOnlySpan<int> scores, Span<int> probabilities)
    {
        var bits = op.Output.Format.Bits;
        var maximum = int.MinValue;
        foreach (var score in scores)
            maximum = Math.Max(maximum, score);
        var sum = 0L;
        foreach (var score in scores)
            sum += op.Exponentials[maximum - score];
        var reciprocal = IntegerArithmetic.Reciprocal(bits, op.ReciprocalShift, sum);
        for (var j = 0; j < scores.Length; j++)
        {
            var exponential = op.Exponentials[maximum - scores[j]];
            probabilities[j] = IntegerArithmetic.Probability(exponential, reciprocal, bits, op.ReciprocalShift);
        }
    }
}
