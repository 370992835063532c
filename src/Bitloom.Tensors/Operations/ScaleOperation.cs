using System.Numerics.Tensors;

namespace Bitloom.Tensors;

/// <summary>y = factor x.</summary>
public static class ScaleOperation
{
    /// <summary>Each element times a constant.</summary>
    public static FloatTensor Scale(this Tape tape, FloatTensor x, float factor)
    {
        var y = tape.Make(x.Shape, x);
        TensorPrimitives.Multiply(x.Values, factor, y.Values);
        tape.Record(y, () => Accumulate.Scaled(tape, x, y.Gradient, factor));
        return y;
    }
}
