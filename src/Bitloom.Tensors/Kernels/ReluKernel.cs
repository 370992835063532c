using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Bitloom.Tensors;

/// <summary>ReLU and its gradient.</summary>
internal static class ReluKernel
{
    private const int Width = 16;

    /// <summary>y = max(x, 0).</summary>
    public static void Rectify(ReadOnlySpan<float> x, Span<float> y)
    {
        ref var from = ref MemoryMarshal.GetReference(x);
        ref var to = ref MemoryMarshal.GetReference(y[..x.Length]);
        var i = 0;
        for (; i + Width <= x.Length; i += Width)
            Vector512.MaxNative(Vector512.LoadUnsafe(ref from, (nuint)i), Vector512<float>.Zero)
                .StoreUnsafe(ref to, (nuint)i);
        for (; i < x.Length; i++)
            y[i] = x[i] > 0 ? x[i] : 0;
    }

    /// <summary>
    /// Clears the gradients where the rectified value is not positive, and adds the rows of what is left to
    /// <paramref name="sums"/>, which are as long.
    /// </summary>
    public static void Mask(ReadOnlySpan<float> rectified, Span<float> gradient, Span<float> sums)
    {
        ref var values = ref MemoryMarshal.GetReference(rectified);
        ref var gradients = ref MemoryMarshal.GetReference(gradient[..rectified.Length]);
        int columns = sums.Length, j = 0;
        MatrixView.DemandWholeRows(rectified.Length, columns);
        for (; j + Width <= columns; j += Width)
        {
            var sum = Vector512.Create<float>(sums[j..]);
            for (var i = j; i < rectified.Length; i += columns)
            {
                var positive = Vector512.GreaterThan(
                    Vector512.LoadUnsafe(ref values, (nuint)i), Vector512<float>.Zero);
                var passed = Vector512.ConditionalSelect(
                    positive, Vector512.LoadUnsafe(ref gradients, (nuint)i), Vector512<float>.Zero);
                sum += passed;
                passed.StoreUnsafe(ref gradients, (nuint)i);
            }

            sum.CopyTo(sums[j..]);
        }

        for (; j < columns; j++)
            for (var i = j; i < rectified.Length; i += columns)
            {
                gradient[i] = rectified[i] > 0 ? gradient[i] : 0;
                sums[j] += gradient[i];
            }
    }
}
