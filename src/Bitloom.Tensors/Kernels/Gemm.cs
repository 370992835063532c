using System.Buffers;
using System.Runtime.Intrinsics;

namespace Bitloom.Tensors;

/// <summary>
/// C = start + A B, panel of columns by panel, each in blocks that stay in registers. Each element is one chain of
/// fused multiply-adds in order of k, whatever the vector width: the result does not depend on the blocking.
/// </summary>
internal static class Gemm
{
    // A panel of more rows than this, of widely spaced rows, would not stay in the first cache: it is packed.
    private const int LongestUnpacked = 512;
    private static readonly float[] Zeros = new float[WideGemmBlock.Width];

    private static bool Wide => Vector512.IsHardwareAccelerated;

    private static int PanelWidth => Wide ? WideGemmBlock.Width : GemmBlock.Width;

    /// <summary>
    /// C = A B, or C += A B. A is rows x steps, B is steps x columns with any strides; C has column stride 1.
    /// </summary>
    public static void Multiply(
        MatrixView a, MatrixView b, MatrixView c, int rows, int steps, int columns, bool accumulate) =>
        Multiply(a, b, accumulate ? c : new MatrixView(Zeros, 0, 0, 0), c, rows, steps, columns);

    /// <summary>C = start + A B; a start of column stride 0 is one row of zeros.</summary>
    public static void Multiply(
        MatrixView a, MatrixView b, MatrixView start, MatrixView c, int rows, int steps, int columns)
    {
        var width = PanelWidth;
        var direct = b.ColumnStride == 1 && steps <= LongestUnpacked;
        for (var j = 0; j < columns; j += width)
        {
            var valid = Math.Min(width, columns - j);
            var operands = new GemmOperands(
                a, b with { Offset = b.Offset + j * b.ColumnStride },
                start with { Offset = start.Offset + j * start.ColumnStride }, c with { Offset = c.Offset + j });
            if (IsNarrow(operands, rows, valid))
                MultiplyNarrow(operands, rows, steps, valid);
            else if (valid < width)
                MultiplyPart(operands with { B = GemmPanel.Pack(operands.B, steps, valid, width) }, rows, steps, valid);
            else if (direct)
                MultiplyPanel(operands, rows, steps);
            else
                MultiplyPanel(operands with { B = GemmPanel.Pack(operands.B, steps, valid, width) }, rows, steps);
        }
    }

    private static bool IsNarrow(in GemmOperands operands, int rows, int valid) =>
        Wide && valid is >= NarrowGemmBlock.LeastColumns and <= NarrowGemmBlock.Width && rows >= NarrowGemmBlock.Rows
        && operands.StartsAtZero && operands.C.RowStride == valid;

    private static void MultiplyNarrow(in GemmOperands operands, int rows, int steps, int columns)
    {
        var packed = operands with { B = GemmPanel.Pack(operands.B, steps, columns, NarrowGemmBlock.Width) };
        var row = 0;
        for (; row + NarrowGemmBlock.Rows < rows; row += NarrowGemmBlock.Rows)
            NarrowGemmBlock.SixRows(packed, row, steps, last: false);
        NarrowGemmBlock.SixRows(packed, rows - NarrowGemmBlock.Rows, steps, last: true);
    }

    private static void MultiplyPanel(in GemmOperands operands, int rows, int steps)
    {
        if (Wide)
        {
            MultiplyWidePanel(operands, rows, steps);
            return;
        }

        var row = 0;
        for (; row + GemmBlock.Rows <= rows; row += GemmBlock.Rows)
            GemmBlock.FourRows(operands, row, steps);
        for (; row < rows; row++)
            GemmBlock.OneRow(operands, row, steps);
    }

    private static void MultiplyWidePanel(in GemmOperands operands, int rows, int steps)
    {
        var done = WideGemmBlock.Multiply(operands, rows, steps);
        // The last rows together with some that are done already, which does not change those.
        if (done > 0 && done < rows && !operands.AddsToC)
            WideGemmBlock.Multiply(operands.From(rows - WideGemmBlock.Rows), WideGemmBlock.Rows, steps);
        else
            for (var row = done; row < rows; row++)
                WideGemmBlock.OneRow(operands, row, steps);
    }

    /// <summary>The last columns: whole vectors go to a small block first, the valid part from there.</summary>
    private static void MultiplyPart(in GemmOperands operands, int rows, int steps, int valid)
    {
        var width = PanelWidth;
        var values = ArrayPool<float>.Shared.Rent(rows * width);
        var (start, c) = (operands.Start, operands.C);
        var block = operands with { C = new MatrixView(values, 0, width, 1) };
        if (!operands.StartsAtZero)
        {
            for (var i = 0; i < rows; i++)
                start.Values.AsSpan(start.Offset + i * start.RowStride, valid).CopyTo(values.AsSpan(i * width));
            block = block with { Start = block.C };
        }

        MultiplyPanel(block, rows, steps);
        for (var i = 0; i < rows; i++)
            values.AsSpan(i * width, valid).CopyTo(c.Values.AsSpan(c.Offset + i * c.RowStride));
        ArrayPool<float>.Shared.Return(values);
    }
}
