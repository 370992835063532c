using System.Numerics;
using System.Runtime.CompilerServices;

namespace Bitloom.Tensors;

/// <summary>
/// Blocks of C = start + A B that stay in registers, in vectors of whatever width the processor has: four rows by two
/// vectors, or one row by two vectors.
/// </summary>
internal static class GemmBlock
{
    public const int Rows = 4;

    public static int Width => 2 * Vector<float>.Count;

    /// <summary>Rows <paramref name="row"/> .. row + 3 of C, two vectors from its offset on.</summary>
    public static void FourRows(in GemmOperands operands, int row, int steps)
    {
        ref var a0 = ref operands.StartOfA(row, Rows, steps);
        ref var bk = ref operands.StartOfB(steps, Width);
        ref var c0 = ref operands.StartOfC(row, Rows, Width);
        nint aRow = operands.A.RowStride, step = operands.A.ColumnStride, bStep = operands.B.RowStride;
        nint cRow = operands.C.RowStride;
        ref var s0 = ref operands.StartOfSums(row, Rows, Width);
        var w = (nuint)Vector<float>.Count;
        nint sRow = operands.Start.RowStride;
        Vector<float> c00 = Load(ref s0, 0), c01 = Load(ref s0, w);
        Vector<float> c10 = Load(ref At(ref s0, sRow), 0), c11 = Load(ref At(ref s0, sRow), w);
        Vector<float> c20 = Load(ref At(ref s0, 2 * sRow), 0), c21 = Load(ref At(ref s0, 2 * sRow), w);
        Vector<float> c30 = Load(ref At(ref s0, 3 * sRow), 0), c31 = Load(ref At(ref s0, 3 * sRow), w);
        for (var k = 0; k < steps; k++)
        {
            Vector<float> b0 = Load(ref bk, 0), b1 = Load(ref bk, w);
            var x = new Vector<float>(a0);
            (c00, c01) = (Vector.FusedMultiplyAdd(x, b0, c00), Vector.FusedMultiplyAdd(x, b1, c01));
            x = new Vector<float>(At(ref a0, aRow));
            (c10, c11) = (Vector.FusedMultiplyAdd(x, b0, c10), Vector.FusedMultiplyAdd(x, b1, c11));
            x = new Vector<float>(At(ref a0, 2 * aRow));
            (c20, c21) = (Vector.FusedMultiplyAdd(x, b0, c20), Vector.FusedMultiplyAdd(x, b1, c21));
            x = new Vector<float>(At(ref a0, 3 * aRow));
            (c30, c31) = (Vector.FusedMultiplyAdd(x, b0, c30), Vector.FusedMultiplyAdd(x, b1, c31));
            a0 = ref At(ref a0, step);
            bk = ref At(ref bk, bStep);
        }

        Store(ref c0, c00, c01);
        Store(ref At(ref c0, cRow), c10, c11);
        Store(ref At(ref c0, 2 * cRow), c20, c21);
        Store(ref At(ref c0, 3 * cRow), c30, c31);
    }

    /// <summary>One row of C, two vectors from its offset on.</summary>
    public static void OneRow(in GemmOperands operands, int row, int steps)
    {
        ref var a = ref operands.StartOfA(row, 1, steps);
        ref var b = ref operands.StartOfB(steps, Width);
        ref var c = ref operands.StartOfC(row, 1, Width);
        ref var start = ref operands.StartOfSums(row, 1, Width);
        var w = (nuint)Vector<float>.Count;
        Vector<float> left = Load(ref start, 0), right = Load(ref start, w);
        for (var k = 0; k < steps; k++)
        {
            var x = new Vector<float>(a);
            left = Vector.FusedMultiplyAdd(x, Load(ref b, 0), left);
            right = Vector.FusedMultiplyAdd(x, Load(ref b, w), right);
            a = ref At(ref a, operands.A.ColumnStride);
            b = ref At(ref b, operands.B.RowStride);
        }

        Store(ref c, left, right);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref float At(ref float start, nint offset) => ref Unsafe.Add(ref start, offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Load(ref float start, nuint offset) => Vector.LoadUnsafe(ref start, offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref float c, Vector<float> left, Vector<float> right)
    {
        left.StoreUnsafe(ref c);
        right.StoreUnsafe(ref c, (nuint)Vector<float>.Count);
    }
}
