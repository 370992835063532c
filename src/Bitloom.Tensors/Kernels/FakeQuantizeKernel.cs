using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Bitloom.Tensors;

/// <summary>
/// Rounding to a grid and its gradient, sixteen elements at a time; where the processor has shorter vectors the runtime
/// composes them. Integers are counted from the zero point, which then takes no part. The grid's numbers are locals of
/// each loop: as fields they would be read again for each vector.
/// </summary>
internal static class FakeQuantizeKernel
{
    private const int Width = 16;

    /// <summary>y = scale (q - Z), q = clamp(floor(x / scale + Z + 1/2), minimum, maximum).</summary>
    public static void Forward(ReadOnlySpan<float> x, QuantizationGrid grid, Span<float> y)
    {
        var scale = Vector512.Create((float)grid.Scale);
        var (inverse, minimum, maximum) = Vectors(grid);
        ref var from = ref MemoryMarshal.GetReference(x);
        ref var to = ref MemoryMarshal.GetReference(y[..x.Length]);
        var i = 0;
        for (; i + Width <= x.Length; i += Width)
        {
            var rounded = Rounded(Vector512.LoadUnsafe(ref from, (nuint)i), inverse);
            var quantized = Vector512.MinNative(Vector512.MaxNative(rounded, minimum), maximum);
            (quantized * scale).StoreUnsafe(ref to, (nuint)i);
        }

        if (i == x.Length)
            return;
        Span<float> padded = stackalloc float[Width];
        padded.Clear();
        x[i..].CopyTo(padded);
        Forward(padded, grid, padded);
        padded[..(x.Length - i)].CopyTo(y[i..]);
    }

    /// <summary>dx, or an addition to it, of x and dy; returns what the grid learns from.</summary>
    /// <param name="add">Whether dx is added to; else it is overwritten.</param>
    public static ClampedGradient Backward(
        ReadOnlySpan<float> x, ReadOnlySpan<float> dy, QuantizationGrid grid, Span<float> dx, bool add)
    {
        var (inverse, minimum, maximum) = Vectors(grid);
        Vector512<float> rounding = default, low = default, high = default;
        ref var values = ref MemoryMarshal.GetReference(x);
        ref var gradients = ref MemoryMarshal.GetReference(dy[..x.Length]);
        ref var sum = ref MemoryMarshal.GetReference(dx[..x.Length]);
        var i = 0;
        for (; i + Width <= x.Length; i += Width)
        {
            var value = Vector512.LoadUnsafe(ref values, (nuint)i);
            var gradient = Vector512.LoadUnsafe(ref gradients, (nuint)i);
            var rounded = Rounded(value, inverse);
            var clamped = Vector512.MinNative(Vector512.MaxNative(rounded, minimum), maximum);
            // Selections of a sum or of nothing are one masked instruction.
            low = Vector512.ConditionalSelect(Vector512.LessThan(rounded, minimum), low + gradient, low);
            high = Vector512.ConditionalSelect(Vector512.GreaterThan(rounded, maximum), high + gradient, high);
            var passed = Vector512.ConditionalSelect(
                Vector512.Equals(rounded, clamped), gradient, Vector512<float>.Zero);
            rounding = Vector512.FusedMultiplyAdd(
                Vector512.FusedMultiplyAdd(-value, inverse, rounded), passed, rounding);
            (add ? Vector512.LoadUnsafe(ref sum, (nuint)i) + passed : passed).StoreUnsafe(ref sum, (nuint)i);
        }

        var sums = new ClampedGradient(Vector512.Sum(rounding), Vector512.Sum(low), Vector512.Sum(high));
        return i == x.Length ? sums : Plus(sums, Tail(x[i..], dy[i..], grid, dx[i..], add));
    }

    // Padded by gradients of 0, which add nothing to any sum.
    private static ClampedGradient Tail(
        ReadOnlySpan<float> x, ReadOnlySpan<float> dy, QuantizationGrid grid, Span<float> dx, bool add)
    {
        Span<float> padded = stackalloc float[3 * Width];
        padded.Clear();
        x.CopyTo(padded);
        dy.CopyTo(padded[Width..]);
        dx.CopyTo(padded[(2 * Width)..]);
        var sums = Backward(
            padded[..Width], padded[Width..(2 * Width)], grid, padded[(2 * Width)..], add);
        padded.Slice(2 * Width, dx.Length).CopyTo(dx);
        return sums;
    }

    private static ClampedGradient Plus(ClampedGradient a, ClampedGradient b) =>
        new(a.Rounding + b.Rounding, a.Below + b.Below, a.Above + b.Above);

    private static (Vector512<float> Inverse, Vector512<float> Minimum, Vector512<float> Maximum) Vectors(
        QuantizationGrid grid) => (
        Vector512.Create((float)(1 / grid.Scale)), Vector512.Create((float)(grid.Minimum - grid.IntegerZeroPoint)),
        Vector512.Create((float)(grid.Maximum - grid.IntegerZeroPoint)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Rounded(Vector512<float> x, Vector512<float> inverse) =>
        Vector512.Floor(Vector512.FusedMultiplyAdd(x, inverse, Vector512.Create(0.5f)));
}
