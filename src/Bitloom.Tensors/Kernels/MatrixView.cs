namespace Bitloom.Tensors;

/// <summary>
/// A matrix inside an array: element (i, j) is at <paramref name="Offset"/> + i <paramref name="RowStride"/> +
/// j <paramref name="ColumnStride"/>.
/// </summary>
internal readonly record struct MatrixView(float[] Values, int Offset, int RowStride, int ColumnStride)
{
    public MatrixView Transposed => this with { RowStride = ColumnStride, ColumnStride = RowStride };

    /// <summary>The matrix without its first rows.</summary>
    public MatrixView From(int row) => this with { Offset = Offset + row * RowStride };

    public static MatrixView Of(float[] values, int columns) => new(values, 0, columns, 1);

    /// <summary>
    /// The element in the first column of a row, whence inner loops index without checks: the last element of so many
    /// rows and columns is known to be inside the array.
    /// </summary>
    public ref float First(int rows, int columns, int row = 0)
    {
        var first = Offset + row * RowStride;
        if (first + (rows - 1) * RowStride + (columns - 1) * ColumnStride >= Values.Length)
            throw new ArgumentException("The matrix reaches beyond its array.", nameof(rows));
        return ref Values[first];
    }

    /// <summary>For loops that go down the columns of so many elements without checks.</summary>
    public static void DemandWholeRows(int length, int columns)
    {
        if (length % columns != 0)
            throw new ArgumentException($"{length} elements are not rows of {columns}.", nameof(length));
    }
}
