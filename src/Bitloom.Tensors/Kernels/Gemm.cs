using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Bitloom.Tensors;

/// <summary>
/// C = A B or C += A B. Blocks of four rows and two vectors of columns stay in registers. Each element is one chain of
/// fused multiply-adds in order of k, whatever the vector width: the result does not depend on the blocking.
/// </summary>
internal static class Gemm
{
    private const int BlockRows = 4;

    private static int PanelWidth => 2 * Vector<float>.Count;

    /// <summary>A is rows x steps, B is steps x columns with any strides; C has column stride 1.</summary>
    public static void Multiply(
        MatrixView a, MatrixView b, MatrixView c, int rows, int steps, int columns, bool accumulate)
    {
        var width = PanelWidth;
        float[]? packed = null;
        for (var j = 0; j < columns; j += width)
        {
            var valid = Math.Min(width, columns - j);
            var panel = b with { Offset = b.Offset + j * b.ColumnStride };
            if (valid < width || b.ColumnStride != 1)
                panel = Pack(panel, steps, valid, packed ??= ArrayPool<float>.Shared.Rent(steps * width));
            MultiplyPanel(a, panel, c with { Offset = c.Offset + j }, rows, steps, valid, accumulate);
        }

        if (packed is not null)
            ArrayPool<float>.Shared.Return(packed);
    }

    private static MatrixView Pack(MatrixView b, int steps, int valid, float[] packed)
    {
        var width = PanelWidth;
        for (var k = 0; k < steps; k++)
        {
            var target = packed.AsSpan(k * width, width);
            var source = b.Offset + k * b.RowStride;
            if (b.ColumnStride == 1)
                b.Values.AsSpan(source, valid).CopyTo(target);
            else
                for (var j = 0; j < valid; j++)
                    target[j] = b.Values[source + j * b.ColumnStride];
            target[valid..].Clear();
        }

        return new MatrixView(packed, 0, width, 1);
    }

    private static void MultiplyPanel(
        MatrixView a, MatrixView b, MatrixView c, int rows, int steps, int valid, bool accumulate)
    {
        if (valid < PanelWidth)
        {
            MultiplyNarrowPanel(a, b, c, rows, steps, valid, accumulate);
            return;
        }

        var i = 0;
        for (; i + BlockRows <= rows; i += BlockRows)
            FourRows(a with { Offset = a.Offset + i * a.RowStride }, b, c with { Offset = c.Offset + i * c.RowStride },
                steps, accumulate);
        for (; i < rows; i++)
            OneRow(a with { Offset = a.Offset + i * a.RowStride }, b, c with { Offset = c.Offset + i * c.RowStride },
                steps, accumulate);
    }

    /// <summary>The last columns: whole vectors go to a small block first, the valid part from there.</summary>
    private static void MultiplyNarrowPanel(
        MatrixView a, MatrixView b, MatrixView c, int rows, int steps, int valid, bool accumulate)
    {
        var width = PanelWidth;
        var block = ArrayPool<float>.Shared.Rent(rows * width);
        if (accumulate)
            for (var i = 0; i < rows; i++)
                c.Values.AsSpan(c.Offset + i * c.RowStride, valid).CopyTo(block.AsSpan(i * width));
        MultiplyPanel(a, b, new MatrixView(block, 0, width, 1), rows, steps, width, accumulate);
        for (var i = 0; i < rows; i++)
            block.AsSpan(i * width, valid).CopyTo(c.Values.AsSpan(c.Offset + i * c.RowStride));
        ArrayPool<float>.Shared.Return(block);
    }

    private static void FourRows(MatrixView a, MatrixView b, MatrixView c, int steps, bool accumulate)
    {
        ref var a0 = ref Start(a, a.RowStride * (BlockRows - 1) + a.ColumnStride * (steps - 1));
        ref var bk = ref Start(b, b.RowStride * (steps - 1) + PanelWidth - 1);
        ref var c0 = ref Start(c, c.RowStride * (BlockRows - 1) + PanelWidth - 1);
        nint row = a.RowStride, step = a.ColumnStride, bStep = b.RowStride, cRow = c.RowStride;
        var w = (nuint)Vector<float>.Count;
        Vector<float> c00 = default, c01 = default, c10 = default, c11 = default;
        Vector<float> c20 = default, c21 = default, c30 = default, c31 = default;
        if (accumulate)
        {
            c00 = Vector.LoadUnsafe(ref c0);
            c01 = Vector.LoadUnsafe(ref c0, w);
            c10 = Vector.LoadUnsafe(ref Unsafe.Add(ref c0, cRow));
            c11 = Vector.LoadUnsafe(ref Unsafe.Add(ref c0, cRow), w);
            c20 = Vector.LoadUnsafe(ref Unsafe.Add(ref c0, 2 * cRow));
            c21 = Vector.LoadUnsafe(ref Unsafe.Add(ref c0, 2 * cRow), w);
            c30 = Vector.LoadUnsafe(ref Unsafe.Add(ref c0, 3 * cRow));
            c31 = Vector.LoadUnsafe(ref Unsafe.Add(ref c0, 3 * cRow), w);
        }

        for (var k = 0; k < steps; k++)
        {
            var b0 = Vector.LoadUnsafe(ref bk);
            var b1 = Vector.LoadUnsafe(ref bk, w);
            var x0 = new Vector<float>(a0);
            c00 = Vector.FusedMultiplyAdd(x0, b0, c00);
            c01 = Vector.FusedMultiplyAdd(x0, b1, c01);
            var x1 = new Vector<float>(Unsafe.Add(ref a0, row));
            c10 = Vector.FusedMultiplyAdd(x1, b0, c10);
            c11 = Vector.FusedMultiplyAdd(x1, b1, c11);
            var x2 = new Vector<float>(Unsafe.Add(ref a0, 2 * row));
            c20 = Vector.FusedMultiplyAdd(x2, b0, c20);
            c21 = Vector.FusedMultiplyAdd(x2, b1, c21);
            var x3 = new Vector<float>(Unsafe.Add(ref a0, 3 * row));
            c30 = Vector.FusedMultiplyAdd(x3, b0, c30);
            c31 = Vector.FusedMultiplyAdd(x3, b1, c31);
            a0 = ref Unsafe.Add(ref a0, step);
            bk = ref Unsafe.Add(ref bk, bStep);
        }

        c00.StoreUnsafe(ref c0);
        c01.StoreUnsafe(ref c0, w);
        c10.StoreUnsafe(ref Unsafe.Add(ref c0, cRow));
        c11.StoreUnsafe(ref Unsafe.Add(ref c0, cRow), w);
        c20.StoreUnsafe(ref Unsafe.Add(ref c0, 2 * cRow));
        c21.StoreUnsafe(ref Unsafe.Add(ref c0, 2 * cRow), w);
        c30.StoreUnsafe(ref Unsafe.Add(ref c0, 3 * cRow));
        c31.StoreUnsafe(ref Unsafe.Add(ref c0, 3 * cRow), w);
    }

    private static void OneRow(MatrixView a, MatrixView b, MatrixView c, int steps, bool accumulate)
    {
        ref var a0 = ref Start(a, a.ColumnStride * (steps - 1));
        ref var bk = ref Start(b, b.RowStride * (steps - 1) + PanelWidth - 1);
        ref var c0 = ref Start(c, PanelWidth - 1);
        var w = (nuint)Vector<float>.Count;
        var left = accumulate ? Vector.LoadUnsafe(ref c0) : default;
        var right = accumulate ? Vector.LoadUnsafe(ref c0, w) : default;
        for (var k = 0; k < steps; k++)
        {
            var x = new Vector<float>(Unsafe.Add(ref a0, (nint)k * a.ColumnStride));
            left = Vector.FusedMultiplyAdd(x, Vector.LoadUnsafe(ref bk), left);
            right = Vector.FusedMultiplyAdd(x, Vector.LoadUnsafe(ref bk, w), right);
            bk = ref Unsafe.Add(ref bk, (nint)b.RowStride);
        }

        left.StoreUnsafe(ref c0);
        right.StoreUnsafe(ref c0, w);
    }

    /// <summary>The first element, once the last one that the block reaches is known to be inside the array.</summary>
    private static ref float Start(MatrixView view, int last)
    {
        if (view.Offset + last >= view.Values.Length)
            throw new ArgumentException("The matrix reaches beyond its array.", nameof(view));
        return ref view.Values[view.Offset];
    }
}
