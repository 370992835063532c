using System.Numerics;

namespace Bitloom.Tensors;

/// <summary>Sums over the rows of a matrix, a few columns at a time in registers.</summary>
internal static class ColumnSums
{
    /// <summary>Adds the rows of <paramref name="matrix"/>, each as long as <paramref name="sums"/>, to them.</summary>
    public static void Add(ReadOnlySpan<float> matrix, Span<float> sums)
    {
        int columns = sums.Length, width = Vector<float>.Count, j = 0;
        for (; j + 2 * width <= columns; j += 2 * width)
        {
            Vector<float> left = new(sums[j..]), right = new(sums[(j + width)..]);
            for (var i = j; i < matrix.Length; i += columns)
            {
                left += new Vector<float>(matrix[i..]);
                right += new Vector<float>(matrix[(i + width)..]);
            }

            left.CopyTo(sums[j..]);
            right.CopyTo(sums[(j + width)..]);
        }

        for (; j < columns; j++)
            for (var i = j; i < matrix.Length; i += columns)
                sums[j] += matrix[i];
    }

    /// <summary>Adds the squares of the distances from <paramref name="center"/>, one a column.</summary>
    public static void AddSquares(ReadOnlySpan<float> matrix, ReadOnlySpan<float> center, Span<float> sums)
    {
        int columns = sums.Length, width = Vector<float>.Count, j = 0;
        for (; j + width <= columns; j += width)
        {
            Vector<float> sum = new(sums[j..]), middle = new(center[j..]);
            for (var i = j; i < matrix.Length; i += columns)
            {
                var distance = new Vector<float>(matrix[i..]) - middle;
                sum = Vector.FusedMultiplyAdd(distance, distance, sum);
            }

            sum.CopyTo(sums[j..]);
        }

        for (; j < columns; j++)
            for (var i = j; i < matrix.Length; i += columns)
                sums[j] += (matrix[i] - center[j]) * (matrix[i] - center[j]);
    }
}
