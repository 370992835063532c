using System.Numerics.Tensors;

namespace Bitloom.Tensors;

/// <summary>
/// The mean over all rows of -sum_j t_j log softmax(x)_j, one number: the cross-entropy of the classes' probabilities
/// (Bishop 2006, section 4.3.4). The target's rows are distributions: one class, or several softened ones.
/// </summary>
public static class CrossEntropyOperation
{
    /// <summary>The loss in nats; the target gets no gradient.</summary>
    public static FloatTensor CrossEntropy(this Tape tape, FloatTensor x, FloatTensor target)
    {
        var y = tape.Make(TensorShape.Row(1), x);
        var columns = x.Shape.Columns;
        var rows = x.Values.Length / columns;
        var probabilities = tape.Rent(x.Values.Length);
        var sum = 0.0;
        for (var i = 0; i < x.Values.Length; i += columns)
            sum += Row(x.Values.AsSpan(i, columns), target.Values.AsSpan(i, columns), probabilities.AsSpan(i, columns));
        y.Values[0] = (float)(sum / rows);
        tape.Record(y, () =>
        {
            var difference = probabilities.AsSpan(0, x.Values.Length);
            TensorPrimitives.Subtract(difference, target.Values.AsSpan(0, difference.Length), difference);
            Accumulate.Scaled(tape, x, probabilities, y.Gradient![0] / rows);
        });
        return y;
    }

    /// <summary>Fills a row's probabilities and gives its loss; the greatest logit is subtracted first.</summary>
    private static double Row(ReadOnlySpan<float> logits, ReadOnlySpan<float> target, Span<float> probabilities)
    {
        var greatest = TensorPrimitives.Max(logits);
        TensorPrimitives.Subtract(logits, greatest, probabilities);
        var inner = TensorPrimitives.Dot(probabilities, target);
        TensorPrimitives.Exp(probabilities, probabilities);
        var total = TensorPrimitives.Sum<float>(probabilities);
        TensorPrimitives.Divide(probabilities, total, probabilities);
        return Math.Log(total) * TensorPrimitives.Sum(target) - inner;
    }
}
