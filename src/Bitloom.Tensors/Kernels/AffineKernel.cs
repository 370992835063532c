using System.Numerics;

namespace Bitloom.Tensors;

/// <summary>
/// y = scale x + shift with one scale and shift a column, and its gradients, a vector of columns after the other:
/// scale, shift and the sums over rows stay in registers.
/// </summary>
internal static class AffineKernel
{
    /// <summary>Rows of as many columns as scale has.</summary>
    public static void Forward(
        ReadOnlySpan<float> x, ReadOnlySpan<float> scale, ReadOnlySpan<float> shift, Span<float> y)
    {
        int columns = scale.Length, width = Vector<float>.Count, j = 0;
        for (; j + width <= columns; j += width)
        {
            Vector<float> factor = new(scale[j..]), addend = new(shift[j..]);
            for (var i = j; i < x.Length; i += columns)
                Vector.FusedMultiplyAdd(new Vector<float>(x[i..]), factor, addend).CopyTo(y[i..]);
        }

        for (; j < columns; j++)
            for (var i = j; i < x.Length; i += columns)
                y[i] = MathF.FusedMultiplyAdd(x[i], scale[j], shift[j]);
    }

    /// <summary>y = x + row, the same row for each of x.</summary>
    public static void AddRow(ReadOnlySpan<float> x, ReadOnlySpan<float> row, Span<float> y)
    {
        int columns = row.Length, width = Vector<float>.Count, j = 0;
        for (; j + width <= columns; j += width)
        {
            var addend = new Vector<float>(row[j..]);
            for (var i = j; i < x.Length; i += columns)
                (new Vector<float>(x[i..]) + addend).CopyTo(y[i..]);
        }

        for (; j < columns; j++)
            for (var i = j; i < x.Length; i += columns)
                y[i] = x[i] + row[j];
    }

    /// <summary>dx = scale dy, or an addition to it.</summary>
    public static void BackwardInput(ReadOnlySpan<float> dy, ReadOnlySpan<float> scale, Span<float> dx, bool add)
    {
        int columns = scale.Length, width = Vector<float>.Count, j = 0;
        for (; j + width <= columns; j += width)
        {
            var factor = new Vector<float>(scale[j..]);
            for (var i = j; i < dy.Length; i += columns)
            {
                var before = add ? new Vector<float>(dx[i..]) : Vector<float>.Zero;
                Vector.FusedMultiplyAdd(new Vector<float>(dy[i..]), factor, before).CopyTo(dx[i..]);
            }
        }

        for (; j < columns; j++)
            for (var i = j; i < dy.Length; i += columns)
                dx[i] = MathF.FusedMultiplyAdd(dy[i], scale[j], add ? dx[i] : 0);
    }

    /// <summary>Adds scale x + shift to y.</summary>
    public static void AddTo(
        Span<float> y, ReadOnlySpan<float> x, ReadOnlySpan<float> scale, ReadOnlySpan<float> shift)
    {
        int columns = scale.Length, width = Vector<float>.Count, j = 0;
        for (; j + width <= columns; j += width)
        {
            Vector<float> factor = new(scale[j..]), addend = new(shift[j..]);
            for (var i = j; i < x.Length; i += columns)
            {
                var before = new Vector<float>(y[i..]) + addend;
                Vector.FusedMultiplyAdd(new Vector<float>(x[i..]), factor, before).CopyTo(y[i..]);
            }
        }

        for (; j < columns; j++)
            for (var i = j; i < x.Length; i += columns)
                y[i] = MathF.FusedMultiplyAdd(x[i], scale[j], y[i] + shift[j]);
    }

    /// <summary>Adds the sums over rows of dy and of dy x.</summary>
    public static void AddSums(
        ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> sums, Span<float> products)
    {
        int columns = sums.Length, width = Vector<float>.Count, j = 0;
        for (; j + width <= columns; j += width)
        {
            Vector<float> sum = new(sums[j..]), product = new(products[j..]);
            for (var i = j; i < dy.Length; i += columns)
            {
                var gradient = new Vector<float>(dy[i..]);
                sum += gradient;
                product = Vector.FusedMultiplyAdd(gradient, new Vector<float>(x[i..]), product);
            }

            sum.CopyTo(sums[j..]);
            product.CopyTo(products[j..]);
        }

        for (; j < columns; j++)
            for (var i = j; i < dy.Length; i += columns)
            {
                sums[j] += dy[i];
                products[j] = MathF.FusedMultiplyAdd(dy[i], x[i], products[j]);
            }
    }
}
