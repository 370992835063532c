using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Bitloom.Tensors;

/// <summary>
/// Rounding to a grid and its gradient, sixteen elements at a time; where the processor has shorter vectors the runtime
/// composes them. The grid's numbers are locals of each loop: as fields they would be read again for each vector.
/// </summary>
internal static class FakeQuantizeKernel
{
    private const int Width = 16;

    /// <summary>y = scale (q - Z), q = clamp(floor(x / scale + Z + 1/2), minimum, maximum).</summary>
    public static void Forward(ReadOnlySpan<float> x, QuantizationGrid grid, Span<float> y)
    {
        var (scale, inverse, zero) = Vectors(grid);
        var (minimum, maximum) = Ends(grid);
        ref var from = ref MemoryMarshal.GetReference(x);
        ref var to = ref MemoryMarshal.GetReference(y[..x.Length]);
        var i = 0;
        for (; i + Width <= x.Length; i += Width)
        {
            var rounded = Vector512.Floor(Position(Vector512.LoadUnsafe(ref from, (nuint)i), inverse, zero) + Half);
            var quantized = Vector512.MinNative(Vector512.MaxNative(rounded, minimum), maximum);
            ((quantized - zero) * scale).StoreUnsafe(ref to, (nuint)i);
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
        var (_, inverse, zero) = Vectors(grid);
        var (minimum, maximum) = Ends(grid);
        Vector512<float> rounding = default, low = default, high = default;
        ref var values = ref MemoryMarshal.GetReference(x);
        ref var gradients = ref MemoryMarshal.GetReference(dy[..x.Length]);
        ref var sum = ref MemoryMarshal.GetReference(dx[..x.Length]);
        var i = 0;
        for (; i + Width <= x.Length; i += Width)
        {
            var position = Position(Vector512.LoadUnsafe(ref values, (nuint)i), inverse, zero);
            var gradient = Vector512.LoadUnsafe(ref gradients, (nuint)i);
            var rounded = Vector512.Floor(position + Half);
            var below = Vector512.LessThan(rounded, minimum);
            var above = Vector512.GreaterThan(rounded, maximum);
            var passed = Vector512.AndNot(gradient, (below | above).AsSingle());
            rounding += (rounded - position) * passed;
            low += Vector512.BitwiseAnd(below, gradient);
            high += Vector512.BitwiseAnd(above, gradient);
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

    private static (Vector512<float> Scale, Vector512<float> Inverse, Vector512<float> Zero) Vectors(
        QuantizationGrid grid) => (
        Vector512.Create((float)grid.Scale), Vector512.Create((float)(1 / grid.Scale)),
        Vector512.Create((float)grid.IntegerZeroPoint));

    private static (Vector512<float> Minimum, Vector512<float> Maximum) Ends(QuantizationGrid grid) =>
        (Vector512.Create((float)grid.Minimum), Vector512.Create((float)grid.Maximum));

    private static Vector512<float> Half => Vector512.Create(0.5f);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Position(Vector512<float> x, Vector512<float> inverse, Vector512<float> zero) =>
        x * inverse + zero;
}
