namespace Bitloom.Tensors;

/// <summary>
/// A matrix inside an array: element (i, j) is at <paramref name="Offset"/> + i <paramref name="RowStride"/> +
/// j <paramref name="ColumnStride"/>.
/// </summary>
internal readonly record struct MatrixView(float[] Values, int Offset, int RowStride, int ColumnStride)
{
    public MatrixView Transposed => this with { RowStride = ColumnStride, ColumnStride = RowStride };

    public static MatrixView Of(float[] values, int columns) => new(values, 0, columns, 1);
}
