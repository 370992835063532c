using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Bitloom.Tensors;

/// <summary>y = max(x, 0); the derivative at 0 is 0.</summary>
public static class ReluOperation
{
    /// <summary>The rectified elements.</summary>
    public static FloatTensor Relu(this Tape tape, FloatTensor x)
    {
        var y = tape.Make(x.Shape, x);
        TensorPrimitives.Max(x.Values, 0f, y.Values);
        tape.Record(y, () => Backward(tape, x, y));
        return y;
    }

    private static void Backward(Tape tape, FloatTensor x, FloatTensor y)
    {
        ReadOnlySpan<float> dy = y.Gradient;
        var dx = tape.GradientOf(x).AsSpan();
        var outputs = MemoryMarshal.Cast<float, Vector<float>>(y.Values);
        var gradients = MemoryMarshal.Cast<float, Vector<float>>(dy);
        var sums = MemoryMarshal.Cast<float, Vector<float>>(dx);
        for (var i = 0; i < sums.Length; i++)
        {
            var passes = Vector.GreaterThan(outputs[i], Vector<float>.Zero);
            sums[i] += Vector.ConditionalSelect(passes, gradients[i], Vector<float>.Zero);
        }

        for (var i = sums.Length * Vector<float>.Count; i < dx.Length; i++)
            dx[i] += y.Values[i] > 0 ? dy[i] : 0;
    }
}
