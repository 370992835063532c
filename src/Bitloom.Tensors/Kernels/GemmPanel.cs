using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bitloom.Tensors;

/// <summary>A panel of columns of B, row after row, its columns filled up to the panel's width by zeros.</summary>
internal static class GemmPanel
{
    // A thread's own: panels are made for each head of each window.
    [ThreadStatic]
    private static float[]? buffer;

    /// <summary>The panel of the first columns of <paramref name="b"/>, until the thread's next one.</summary>
    public static MatrixView Pack(MatrixView b, int steps, int valid, int width)
    {
        if (buffer is null || buffer.Length < steps * width)
            buffer = AlignedArray.Make(steps * width);
        if (b.ColumnStride == 1)
            CopyRows(b, steps, valid, width, buffer);
        else
            CopyColumns(b, steps, valid, width, buffer);
        return new MatrixView(buffer, 0, width, 1);
    }

    private static void CopyRows(MatrixView b, int steps, int valid, int width, float[] target)
    {
        for (var k = 0; k < steps; k++)
        {
            b.Values.AsSpan(b.Offset + k * b.RowStride, valid).CopyTo(target.AsSpan(k * width));
            target.AsSpan(k * width + valid, width - valid).Clear();
        }
    }

    // A transposed matrix: what is a column here is contiguous there.
    private static void CopyColumns(MatrixView b, int steps, int valid, int width, float[] target)
    {
        ref var start = ref MemoryMarshal.GetArrayDataReference(target);
        for (var j = 0; j < valid; j++)
        {
            var column = b.Values.AsSpan(b.Offset + j * b.ColumnStride, (steps - 1) * b.RowStride + 1);
            ref var to = ref Unsafe.Add(ref start, j);
            ref var from = ref MemoryMarshal.GetReference(column);
            for (var k = 0; k < steps; k++)
                Unsafe.Add(ref to, (nint)k * width) = Unsafe.Add(ref from, (nint)k * b.RowStride);
        }

        for (var k = 0; k < steps && valid < width; k++)
            target.AsSpan(k * width + valid, width - valid).Clear();
    }
}
