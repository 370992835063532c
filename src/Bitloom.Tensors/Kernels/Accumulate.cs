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

    /// <summary>
    /// Adds the gradient of <paramref name="result"/>, whose backward step is done but for this; where nothing was
    /// added before, both have one array.
    /// </summary>
    public static void Share(Tape tape, FloatTensor tensor, FloatTensor result)
    {
        if (tensor.Gradient is null && tape.Owns(tensor))
            tensor.Gradient = result.Gradient;
        else
            Into(tape, tensor, result.Gradient);
    }

    /// <summary>
    /// Where the gradient of <paramref name="tensor"/> goes: into the array of the result's own, element over element,
    /// when nothing was added before. Then nothing may read the result's gradient any more.
    /// </summary>
    public static float[] InPlace(Tape tape, FloatTensor tensor, FloatTensor result, out bool add)
    {
        add = tensor.Gradient is not null || !tape.Owns(tensor);
        return add ? tape.GradientOf(tensor) : tensor.Gradient = result.Gradient!;
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
