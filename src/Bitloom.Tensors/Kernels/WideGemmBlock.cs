using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Bitloom.Tensors;

/// <summary>
/// The blocks of <see cref="GemmBlock"/> for processors with vectors of 512 bits: twelve rows by two vectors are 24
/// chains of multiply-adds, three times what two units with a latency of four cycles need, in 24 of 32 registers; 32
/// columns are the whole width of a small encoder. What twelve leave over goes in eights.
/// </summary>
internal static class WideGemmBlock
{
    public const int Rows = 8;
    private const int MoreRows = 12;
    public const int Width = 32;
    private const int Half = 16;

    // Twelve long rows a power of two apart would take every way of the first cache.
    private const int LongRows = 512;

    /// <summary>
    /// Rows of C from the first on, 32 columns, twelve or eight at a time; returns how many are done. Fewer than eight
    /// are left, or all.
    /// </summary>
    public static int Multiply(in GemmOperands operands, int rows, int steps)
    {
        if (rows < Rows)
            return 0;
        // Each reach is checked once for all rows; short products have no time to do it for each block.
        ref var a = ref operands.StartOfA(0, rows, steps);
        ref var b = ref operands.StartOfB(steps, Width);
        ref var c = ref operands.StartOfC(0, rows, Width);
        ref var start = ref operands.StartOfSums(0, rows, Width);
        var row = 0;
        for (int block; rows - row >= Rows; row += block)
        {
            block = steps > LongRows || rows - row is < MoreRows or 2 * Rows ? Rows : MoreRows;
            if (block == Rows)
                EightRows(ref a, ref b, ref start, ref c, operands, steps);
            else
                TwelveRows(ref a, ref b, ref start, ref c, operands, steps);
            a = ref At(ref a, block * operands.A.RowStride);
            c = ref At(ref c, block * operands.C.RowStride);
            start = ref At(ref start, block * operands.Start.RowStride);
        }

        return row;
    }

    private static void TwelveRows(
        ref float a0, ref float bk, ref float s0, ref float c0, in GemmOperands operands, int steps)
    {
        nint aRow = operands.A.RowStride, step = operands.A.ColumnStride, bStep = operands.B.RowStride;
        nint cRow = operands.C.RowStride, sRow = operands.Start.RowStride;
        ref var a4 = ref At(ref a0, 4 * aRow);
        ref var a8 = ref At(ref a4, 4 * aRow);
        ref var s4 = ref At(ref s0, 4 * sRow);
        ref var s8 = ref At(ref s4, 4 * sRow);
        Vector512<float> c00 = Left(ref s0, 0), c01 = Right(ref s0, 0);
        Vector512<float> c10 = Left(ref s0, sRow), c11 = Right(ref s0, sRow);
        Vector512<float> c20 = Left(ref s0, 2 * sRow), c21 = Right(ref s0, 2 * sRow);
        Vector512<float> c30 = Left(ref s0, 3 * sRow), c31 = Right(ref s0, 3 * sRow);
        Vector512<float> c40 = Left(ref s4, 0), c41 = Right(ref s4, 0);
        Vector512<float> c50 = Left(ref s4, sRow), c51 = Right(ref s4, sRow);
        Vector512<float> c60 = Left(ref s4, 2 * sRow), c61 = Right(ref s4, 2 * sRow);
        Vector512<float> c70 = Left(ref s4, 3 * sRow), c71 = Right(ref s4, 3 * sRow);
        Vector512<float> c80 = Left(ref s8, 0), c81 = Right(ref s8, 0);
        Vector512<float> c90 = Left(ref s8, sRow), c91 = Right(ref s8, sRow);
        Vector512<float> ca0 = Left(ref s8, 2 * sRow), ca1 = Right(ref s8, 2 * sRow);
        Vector512<float> cb0 = Left(ref s8, 3 * sRow), cb1 = Right(ref s8, 3 * sRow);
        for (var k = 0; k < steps; k++)
        {
            Vector512<float> b0 = Left(ref bk, 0), b1 = Right(ref bk, 0);
            Add(ref a0, 0, b0, b1, ref c00, ref c01);
            Add(ref a0, aRow, b0, b1, ref c10, ref c11);
            Add(ref a0, 2 * aRow, b0, b1, ref c20, ref c21);
            Add(ref a0, 3 * aRow, b0, b1, ref c30, ref c31);
            Add(ref a4, 0, b0, b1, ref c40, ref c41);
            Add(ref a4, aRow, b0, b1, ref c50, ref c51);
            Add(ref a4, 2 * aRow, b0, b1, ref c60, ref c61);
            Add(ref a4, 3 * aRow, b0, b1, ref c70, ref c71);
            Add(ref a8, 0, b0, b1, ref c80, ref c81);
            Add(ref a8, aRow, b0, b1, ref c90, ref c91);
            Add(ref a8, 2 * aRow, b0, b1, ref ca0, ref ca1);
            Add(ref a8, 3 * aRow, b0, b1, ref cb0, ref cb1);
            a0 = ref At(ref a0, step);
            a4 = ref At(ref a4, step);
            a8 = ref At(ref a8, step);
            bk = ref At(ref bk, bStep);
        }

        ref var c4 = ref At(ref c0, 4 * cRow);
        ref var c8 = ref At(ref c4, 4 * cRow);
        Store(ref c0, cRow, c00, c01, c10, c11);
        Store(ref At(ref c0, 2 * cRow), cRow, c20, c21, c30, c31);
        Store(ref c4, cRow, c40, c41, c50, c51);
        Store(ref At(ref c4, 2 * cRow), cRow, c60, c61, c70, c71);
        Store(ref c8, cRow, c80, c81, c90, c91);
        Store(ref At(ref c8, 2 * cRow), cRow, ca0, ca1, cb0, cb1);
    }

    private static void EightRows(
        ref float a0, ref float bk, ref float s0, ref float c0, in GemmOperands operands, int steps)
    {
        nint aRow = operands.A.RowStride, step = operands.A.ColumnStride, bStep = operands.B.RowStride;
        nint cRow = operands.C.RowStride, sRow = operands.Start.RowStride;
        // The second four rows have a start of their own: addresses of three strides fit the addressing modes.
        ref var a4 = ref At(ref a0, 4 * aRow);
        ref var s4 = ref At(ref s0, 4 * sRow);
        Vector512<float> c00 = Left(ref s0, 0), c01 = Right(ref s0, 0);
        Vector512<float> c10 = Left(ref s0, sRow), c11 = Right(ref s0, sRow);
        Vector512<float> c20 = Left(ref s0, 2 * sRow), c21 = Right(ref s0, 2 * sRow);
        Vector512<float> c30 = Left(ref s0, 3 * sRow), c31 = Right(ref s0, 3 * sRow);
        Vector512<float> c40 = Left(ref s4, 0), c41 = Right(ref s4, 0);
        Vector512<float> c50 = Left(ref s4, sRow), c51 = Right(ref s4, sRow);
        Vector512<float> c60 = Left(ref s4, 2 * sRow), c61 = Right(ref s4, 2 * sRow);
        Vector512<float> c70 = Left(ref s4, 3 * sRow), c71 = Right(ref s4, 3 * sRow);
        for (var k = 0; k < steps; k++)
        {
            Vector512<float> b0 = Left(ref bk, 0), b1 = Right(ref bk, 0);
            Add(ref a0, 0, b0, b1, ref c00, ref c01);
            Add(ref a0, aRow, b0, b1, ref c10, ref c11);
            Add(ref a0, 2 * aRow, b0, b1, ref c20, ref c21);
            Add(ref a0, 3 * aRow, b0, b1, ref c30, ref c31);
            Add(ref a4, 0, b0, b1, ref c40, ref c41);
            Add(ref a4, aRow, b0, b1, ref c50, ref c51);
            Add(ref a4, 2 * aRow, b0, b1, ref c60, ref c61);
            Add(ref a4, 3 * aRow, b0, b1, ref c70, ref c71);
            a0 = ref At(ref a0, step);
            a4 = ref At(ref a4, step);
            bk = ref At(ref bk, bStep);
        }

        ref var c4 = ref At(ref c0, 4 * cRow);
        Store(ref c0, cRow, c00, c01, c10, c11);
        Store(ref At(ref c0, 2 * cRow), cRow, c20, c21, c30, c31);
        Store(ref c4, cRow, c40, c41, c50, c51);
        Store(ref At(ref c4, 2 * cRow), cRow, c60, c61, c70, c71);
    }

    /// <summary>One row of C, 32 columns from its offset on.</summary>
    public static void OneRow(in GemmOperands operands, int row, int steps)
    {
        ref var a = ref operands.StartOfA(row, 1, steps);
        ref var b = ref operands.StartOfB(steps, Width);
        ref var c = ref operands.StartOfC(row, 1, Width);
        ref var start = ref operands.StartOfSums(row, 1, Width);
        Vector512<float> left = Left(ref start, 0), right = Right(ref start, 0);
        for (var k = 0; k < steps; k++)
        {
            Add(ref a, 0, Left(ref b, 0), Right(ref b, 0), ref left, ref right);
            a = ref At(ref a, operands.A.ColumnStride);
            b = ref At(ref b, operands.B.RowStride);
        }

        left.StoreUnsafe(ref c);
        right.StoreUnsafe(ref At(ref c, Half));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(
        ref float a, nint offset, Vector512<float> b0, Vector512<float> b1,
        ref Vector512<float> left, ref Vector512<float> right)
    {
        var x = Vector512.Create(At(ref a, offset));
        left = Vector512.FusedMultiplyAdd(x, b0, left);
        right = Vector512.FusedMultiplyAdd(x, b1, right);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref float At(ref float start, nint offset) => ref Unsafe.Add(ref start, offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Left(ref float start, nint offset) =>
        Vector512.LoadUnsafe(ref At(ref start, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Right(ref float start, nint offset) =>
        Vector512.LoadUnsafe(ref At(ref start, offset + Half));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(
        ref float c, nint row, Vector512<float> left, Vector512<float> right, Vector512<float> nextLeft,
        Vector512<float> nextRight)
    {
        left.StoreUnsafe(ref c);
        right.StoreUnsafe(ref At(ref c, Half));
        nextLeft.StoreUnsafe(ref At(ref c, row));
        nextRight.StoreUnsafe(ref At(ref c, row + Half));
    }
}
