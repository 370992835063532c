using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Bitloom.Tensors;

/// <summary>
/// Sums over the rows of a matrix, sixteen columns after the other in registers. The last columns go one by one.
/// </summary>
internal static class ColumnSums
{
    private const int Width = 16;

    /// <summary>Adds the rows of <paramref name="matrix"/>, each as long as <paramref name="sums"/>, to them.</summary>
    public static void Add(ReadOnlySpan<float> matrix, Span<float> sums)
    {
        ref var from = ref MemoryMarshal.GetReference(matrix);
        int columns = sums.Length, j = 0;
        MatrixView.DemandWholeRows(matrix.Length, columns);
        for (; j + Width <= columns; j += Width)
        {
            // Two chains of additions: one would take the latency of each.
            Vector512<float> even = Vector512.Create<float>(sums[j..]), odd = default;
            var i = j;
            for (; i + columns < matrix.Length; i += 2 * columns)
            {
                even += At(ref from, i);
                odd += At(ref from, i + columns);
            }

            if (i < matrix.Length)
                even += At(ref from, i);
            (even + odd).CopyTo(sums[j..]);
        }

        for (; j < columns; j++)
            for (var i = j; i < matrix.Length; i += columns)
                sums[j] += matrix[i];
    }

    /// <summary>Adds the squares of the distances from <paramref name="center"/>, one a column.</summary>
    public static void AddSquares(ReadOnlySpan<float> matrix, ReadOnlySpan<float> center, Span<float> sums)
    {
        ref var from = ref MemoryMarshal.GetReference(matrix);
        int columns = sums.Length, j = 0;
        MatrixView.DemandWholeRows(matrix.Length, columns);
        for (; j + Width <= columns; j += Width)
        {
            Vector512<float> sum = Vector512.Create<float>(sums[j..]), middle = Vector512.Create(center[j..]);
            for (var i = j; i < matrix.Length; i += columns)
            {
                var distance = At(ref from, i) - middle;
                sum = Vector512.FusedMultiplyAdd(distance, distance, sum);
            }

            sum.CopyTo(sums[j..]);
        }

        for (; j < columns; j++)
            for (var i = j; i < matrix.Length; i += columns)
                sums[j] += (matrix[i] - center[j]) * (matrix[i] - center[j]);
    }

    /// <summary>Adds the rows of <paramref name="dy"/>, and those of dy x element by element.</summary>
    public static void AddProducts(
        ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> sums, Span<float> products)
    {
        ref var values = ref MemoryMarshal.GetReference(x);
        ref var gradients = ref MemoryMarshal.GetReference(dy[..x.Length]);
        int columns = sums.Length, j = 0;
        MatrixView.DemandWholeRows(x.Length, columns);
        for (; j + Width <= columns; j += Width)
        {
            Vector512<float> sum = Vector512.Create<float>(sums[j..]), product = Vector512.Create<float>(products[j..]);
            for (var i = j; i < x.Length; i += columns)
            {
                sum += At(ref gradients, i);
                product = Vector512.FusedMultiplyAdd(At(ref gradients, i), At(ref values, i), product);
            }

            sum.CopyTo(sums[j..]);
            product.CopyTo(products[j..]);
        }

        for (; j < columns; j++)
            for (var i = j; i < x.Length; i += columns)
            {
                sums[j] += dy[i];
                products[j] = MathF.FusedMultiplyAdd(dy[i], x[i], products[j]);
            }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> At(ref float start, int offset) => Vector512.LoadUnsafe(ref start, (nuint)offset);
}
