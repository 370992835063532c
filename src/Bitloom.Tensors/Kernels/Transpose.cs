using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Bitloom.Tensors;

/// <summary>Rows and columns exchanged, in blocks of four by four where the processor can do it in registers.</summary>
internal static class Transpose
{
    private const int Side = 4;

    /// <summary>Source is rows x <paramref name="columns"/>, target columns x rows.</summary>
    public static void Copy(float[] source, int columns, float[] target)
    {
        var rows = source.Length / columns;
        Copy(MatrixView.Of(source, columns), rows, columns, target, rows);
    }

    /// <summary>
    /// Rows x columns of a view with column stride 1 become columns x rows, <paramref name="width"/> apart.
    /// </summary>
    public static void Copy(MatrixView source, int rows, int columns, float[] target, int width)
    {
        var (wholeRows, wholeColumns) = Sse.IsSupported ? (rows & -Side, columns & -Side) : (0, 0);
        ref var from = ref source.First(rows, columns);
        ref var to = ref MatrixView.Of(target, width).First(columns, rows);
        nint row = source.RowStride, apart = width;
        for (nint i = 0; i < wholeRows; i += Side)
        {
            ref var block = ref Unsafe.Add(ref from, i * row);
            ref var transposed = ref Unsafe.Add(ref to, i);
            for (var j = 0; j < wholeColumns; j += Side)
            {
                Block(ref block, row, ref transposed, apart);
                block = ref Unsafe.Add(ref block, Side);
                transposed = ref Unsafe.Add(ref transposed, Side * apart);
            }
        }

        for (nint i = 0; i < rows; i++)
            for (nint j = i < wholeRows ? wholeColumns : 0; j < columns; j++)
                Unsafe.Add(ref to, j * apart + i) = Unsafe.Add(ref from, i * row + j);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Block(ref float from, nint row, ref float to, nint width)
    {
        var a = Vector128.LoadUnsafe(ref from);
        var b = Vector128.LoadUnsafe(ref Unsafe.Add(ref from, row));
        var c = Vector128.LoadUnsafe(ref Unsafe.Add(ref from, 2 * row));
        var d = Vector128.LoadUnsafe(ref Unsafe.Add(ref from, 3 * row));
        var (ac, bd) = (Sse.UnpackLow(a, c), Sse.UnpackLow(b, d));
        Sse.UnpackLow(ac, bd).StoreUnsafe(ref to);
        Sse.UnpackHigh(ac, bd).StoreUnsafe(ref Unsafe.Add(ref to, width));
        (ac, bd) = (Sse.UnpackHigh(a, c), Sse.UnpackHigh(b, d));
        Sse.UnpackLow(ac, bd).StoreUnsafe(ref Unsafe.Add(ref to, 2 * width));
        Sse.UnpackHigh(ac, bd).StoreUnsafe(ref Unsafe.Add(ref to, 3 * width));
    }
}
