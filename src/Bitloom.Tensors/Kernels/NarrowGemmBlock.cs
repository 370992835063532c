using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Bitloom.Tensors;

/// <summary>
/// Six rows of C = A B with eight to sixteen columns, such as the scores of one head, for processors with vectors of
/// 512 bits. C is contiguous: a row is stored as a whole vector, whose surplus the next row overwrites, but for the
/// last.
/// </summary>
internal static class NarrowGemmBlock
{
    public const int Rows = 6;
    public const int Width = 16;

    /// <summary>With fewer the surplus would reach beyond the next row.</summary>
    public const int LeastColumns = 8;

    /// <summary>Rows <paramref name="row"/> .. row + 5 of C.</summary>
    /// <param name="last">Whether the last of them is the last of C.</param>
    public static void SixRows(in GemmOperands operands, int row, int steps, bool last)
    {
        var columns = operands.C.RowStride;
        ref var a0 = ref operands.StartOfA(row, Rows, steps);
        ref var bk = ref operands.StartOfB(steps, Width);
        ref var c = ref operands.StartOfC(row, Rows, last ? columns : Width);
        nint aRow = operands.A.RowStride, step = operands.A.ColumnStride, bStep = operands.B.RowStride;
        ref var a3 = ref At(ref a0, 3 * aRow);
        Vector512<float> c0 = default, c1 = default, c2 = default, c3 = default, c4 = default, c5 = default;
        for (var k = 0; k < steps; k++)
        {
            var b = Vector512.LoadUnsafe(ref bk);
            c0 = Add(ref a0, 0, b, c0);
            c1 = Add(ref a0, aRow, b, c1);
            c2 = Add(ref a0, 2 * aRow, b, c2);
            c3 = Add(ref a3, 0, b, c3);
            c4 = Add(ref a3, aRow, b, c4);
            c5 = Add(ref a3, 2 * aRow, b, c5);
            a0 = ref At(ref a0, step);
            a3 = ref At(ref a3, step);
            bk = ref At(ref bk, bStep);
        }

        c0.StoreUnsafe(ref c);
        c1.StoreUnsafe(ref At(ref c, columns));
        c2.StoreUnsafe(ref At(ref c, 2 * columns));
        c3.StoreUnsafe(ref At(ref c, 3 * columns));
        c4.StoreUnsafe(ref At(ref c, 4 * columns));
        if (last)
            StoreLast(c5, operands.C.Values.AsSpan(operands.C.Offset + (row + Rows - 1) * columns, columns));
        else
            c5.StoreUnsafe(ref At(ref c, 5 * columns));
    }

    private static void StoreLast(Vector512<float> vector, Span<float> row)
    {
        Span<float> whole = stackalloc float[Width];
        vector.CopyTo(whole);
        whole[..row.Length].CopyTo(row);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Add(ref float a, nint offset, Vector512<float> b, Vector512<float> sum) =>
        Vector512.FusedMultiplyAdd(Vector512.Create(At(ref a, offset)), b, sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref float At(ref float start, nint offset) => ref Unsafe.Add(ref start, offset);
}
