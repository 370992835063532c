namespace Bitloom.Tensors;

/// <summary>
/// C = <paramref name="Start"/> + A B of one panel of columns. B and C have column stride 1, A has any strides; the
/// start may be C itself, to add to it, or a row with row stride 0, such as a bias.
/// </summary>
internal readonly record struct GemmOperands(MatrixView A, MatrixView B, MatrixView Start, MatrixView C)
{
    /// <summary>Whether the sums start at what C holds.</summary>
    public bool AddsToC => ReferenceEquals(Start.Values, C.Values);

    /// <summary>Whether the start is the row of zeros.</summary>
    public bool StartsAtZero => Start.ColumnStride == 0;

    // Inner loops index without checks: here the last element that a block reaches is known to be inside its array.
    public ref float StartOfA(int row, int rows, int steps) => ref First(
        A, row, (rows - 1) * A.RowStride + (steps - 1) * A.ColumnStride);

    public ref float StartOfB(int steps, int width) => ref First(B, 0, (steps - 1) * B.RowStride + width - 1);

    public ref float StartOfC(int row, int rows, int width) => ref First(C, row, (rows - 1) * C.RowStride + width - 1);

    public ref float StartOfSums(int row, int rows, int width) =>
        ref First(Start, row, (rows - 1) * Start.RowStride + width - 1);

    private static ref float First(MatrixView view, int row, int reach)
    {
        var first = view.Offset + row * view.RowStride;
        if (first + reach >= view.Values.Length)
            throw new ArgumentException("The matrix reaches beyond its array.", nameof(view));
        return ref view.Values[first];
    }
}
