using System.Numerics;
using System.Runtime.InteropServices;

namespace Bitloom.Tensors;

/// <summary>The gradient of ReLU.</summary>
internal static class ReluKernel
{
    /// <summary>Clears the gradients where the rectified value is not positive.</summary>
    public static void Mask(ReadOnlySpan<float> rectified, Span<float> gradient)
    {
        var values = MemoryMarshal.Cast<float, Vector<float>>(rectified);
        var gradients = MemoryMarshal.Cast<float, Vector<float>>(gradient);
        for (var i = 0; i < gradients.Length; i++)
            gradients[i] = Vector.ConditionalSelect(
                Vector.GreaterThan(values[i], Vector<float>.Zero), gradients[i], Vector<float>.Zero);
        for (var i = gradients.Length * Vector<float>.Count; i < gradient.Length; i++)
            gradient[i] = rectified[i] > 0 ? gradient[i] : 0;
    }
}
