using System.Numerics.Tensors;

namespace Bitloom.Tensors;

/// <summary>Adds to gradients; the first addition is a copy.</summary>
internal static class Accumulate
{
    public static void Into(Tape tape, FloatTensor tensor, ReadOnlySpan<float> addend)
    {
        var gradient = tape.GradientOf(tensor, out var fresh);
        if (fresh)
            addend.CopyTo(gradient);
        else
            TensorPrimitives.Add(gradient, addend, gradient);
    }

    public static void Scaled(Tape tape, FloatTensor tensor, ReadOnlySpan<float> addend, float factor)
    {
        var gradient = tape.GradientOf(tensor, out var fresh);
        if (fresh)
            TensorPrimitives.Multiply(addend, factor, gradient);
        else
            TensorPrimitives.MultiplyAdd(addend, factor, gradient, gradient);
    }
}
