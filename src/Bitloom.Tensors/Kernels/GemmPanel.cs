namespace Bitloom.Tensors;

/// <summary>
/// A panel of columns of B, row after row. Behind the last columns are numbers of earlier panels: what they make is not
/// kept.
/// </summary>
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
            Transpose.Copy(b.Transposed, valid, steps, buffer, width);
        return new MatrixView(buffer, 0, width, 1);
    }

    private static void CopyRows(MatrixView b, int steps, int valid, int width, float[] target)
    {
        for (var k = 0; k < steps; k++)
            b.Values.AsSpan(b.Offset + k * b.RowStride, valid).CopyTo(target.AsSpan(k * width));
    }
}
