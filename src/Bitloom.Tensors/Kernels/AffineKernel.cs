using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Bitloom.Tensors;

/// <summary>
/// y = scale x + shift with one scale and shift a column, and its gradients, sixteen columns after the other: scale,
/// shift and the sums over rows stay in registers. The last columns go one by one.
/// </summary>
internal static class AffineKernel
{
    private const int Width = 16;

    /// <summary>Rows of as many columns as scale has.</summary>
    public static void Forward(
        ReadOnlySpan<float> x, ReadOnlySpan<float> scale, ReadOnlySpan<float> shift, Span<float> y)
    {
        ref var from = ref MemoryMarshal.GetReference(x);
        ref var to = ref MemoryMarshal.GetReference(y[..x.Length]);
        int columns = scale.Length, j = 0;
        MatrixView.DemandWholeRows(x.Length, columns);
        for (; j + Width <= columns; j += Width)
        {
            Vector512<float> factor = Vector512.Create(scale[j..]), addend = Vector512.Create(shift[j..]);
            for (var i = j; i < x.Length; i += columns)
                Vector512.FusedMultiplyAdd(At(ref from, i), factor, addend).StoreUnsafe(ref to, (nuint)i);
        }

        for (; j < columns; j++)
            for (var i = j; i < x.Length; i += columns)
                y[i] = MathF.FusedMultiplyAdd(x[i], scale[j], shift[j]);
    }

    /// <summary>y = x + row, the same row for each of x.</summary>
    public static void AddRow(ReadOnlySpan<float> x, ReadOnlySpan<float> row, Span<float> y)
    {
        ref var from = ref MemoryMarshal.GetReference(x);
        ref var to = ref MemoryMarshal.GetReference(y[..x.Length]);
        int columns = row.Length, j = 0;
        MatrixView.DemandWholeRows(x.Length, columns);
        for (; j + Width <= columns; j += Width)
        {
            var addend = Vector512.Create(row[j..]);
            for (var i = j; i < x.Length; i += columns)
                (At(ref from, i) + addend).StoreUnsafe(ref to, (nuint)i);
        }

        for (; j < columns; j++)
            for (var i = j; i < x.Length; i += columns)
                y[i] = x[i] + row[j];
    }

    /// <summary>
    /// dx = scale dy, or an addition to it, and, added to <paramref name="sums"/> and <paramref name="products"/>, the
    /// sums over rows of dy and of dy x.
    /// </summary>
    /// <param name="dx">May be dy.</param>
    public static void Backward(
        ReadOnlySpan<float> x, ReadOnlySpan<float> dy, ReadOnlySpan<float> scale, Span<float> dx, bool add,
        Span<float> sums, Span<float> products)
    {
        ref var values = ref MemoryMarshal.GetReference(x);
        ref var gradients = ref MemoryMarshal.GetReference(dy[..x.Length]);
        ref var to = ref MemoryMarshal.GetReference(dx[..x.Length]);
        int columns = scale.Length, j = 0;
        MatrixView.DemandWholeRows(x.Length, columns);
        for (; j + Width <= columns; j += Width)
        {
            var factor = Vector512.Create(scale[j..]);
            Vector512<float> sum = Vector512.Create<float>(sums[j..]), product = Vector512.Create<float>(products[j..]);
            for (var i = j; i < x.Length; i += columns)
            {
                var gradient = At(ref gradients, i);
                sum += gradient;
                product = Vector512.FusedMultiplyAdd(gradient, At(ref values, i), product);
                var before = add ? At(ref to, i) : Vector512<float>.Zero;
                Vector512.FusedMultiplyAdd(gradient, factor, before).StoreUnsafe(ref to, (nuint)i);
            }

            sum.CopyTo(sums[j..]);
            product.CopyTo(products[j..]);
        }

        for (; j < columns; j++)
            for (var i = j; i < x.Length; i += columns)
            {
                sums[j] += dy[i];
                products[j] = MathF.FusedMultiplyAdd(dy[i], x[i], products[j]);
                dx[i] = MathF.FusedMultiplyAdd(dy[i], scale[j], add ? dx[i] : 0);
            }
    }

    /// <summary>dx = factor dy + slope x + constant, or an addition to it.</summary>
    /// <param name="dx">May be dy.</param>
    public static void Combine(
        ReadOnlySpan<float> dy, ReadOnlySpan<float> factor, ReadOnlySpan<float> x, ReadOnlySpan<float> slope,
        ReadOnlySpan<float> constant, Span<float> dx, bool add)
    {
        ref var values = ref MemoryMarshal.GetReference(x);
        ref var gradients = ref MemoryMarshal.GetReference(dy[..x.Length]);
        ref var to = ref MemoryMarshal.GetReference(dx[..x.Length]);
        int columns = factor.Length, j = 0;
        MatrixView.DemandWholeRows(x.Length, columns);
        for (; j + Width <= columns; j += Width)
        {
            Vector512<float> ofGradient = Vector512.Create(factor[j..]), ofValue = Vector512.Create(slope[j..]);
            var addend = Vector512.Create(constant[j..]);
            for (var i = j; i < x.Length; i += columns)
            {
                var before = add ? At(ref to, i) + addend : addend;
                before = Vector512.FusedMultiplyAdd(At(ref values, i), ofValue, before);
                Vector512.FusedMultiplyAdd(At(ref gradients, i), ofGradient, before).StoreUnsafe(ref to, (nuint)i);
            }
        }

        for (; j < columns; j++)
            for (var i = j; i < x.Length; i += columns)
                dx[i] = MathF.FusedMultiplyAdd(dy[i], factor[j], MathF.FusedMultiplyAdd(
                    x[i], slope[j], (add ? dx[i] : 0) + constant[j]));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> At(ref float start, int offset) => Vector512.LoadUnsafe(ref start, (nuint)offset);
}
