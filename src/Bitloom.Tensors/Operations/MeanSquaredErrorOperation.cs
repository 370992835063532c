using System.Numerics.Tensors;

namespace Bitloom.Tensors;

/// <summary>The mean over all elements of (x - target)^2, one number.</summary>
public static class MeanSquaredErrorOperation
{
    /// <summary>The loss; the target gets no gradient.</summary>
    public static FloatTensor MeanSquaredError(this Tape tape, FloatTensor x, FloatTensor target)
    {
        var y = tape.Make(TensorShape.Row(1), x);
        var difference = tape.Rent(x.Values.Length);
        TensorPrimitives.Subtract(x.Values, target.Values, difference);
        y.Values[0] = TensorPrimitives.SumOfSquares<float>(difference) / difference.Length;
        tape.Record(y, () =>
            Accumulate.Scaled(tape, x, difference, 2 * y.Gradient![0] / difference.Length));
        return y;
    }
}
