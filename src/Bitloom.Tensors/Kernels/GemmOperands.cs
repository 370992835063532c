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

    /// <summary>The product without its first rows.</summary>
    public GemmOperands From(int row) => this with { A = A.From(row), Start = Start.From(row), C = C.From(row) };

    public ref float StartOfA(int row, int rows, int steps) => ref A.First(rows, steps, row);

    public ref float StartOfB(int steps, int width) => ref B.First(steps, width);

    public ref float StartOfC(int row, int rows, int width) => ref C.First(rows, width, row);

    // A row of zeros has column stride 0, but is as wide as a panel.
    public ref float StartOfSums(int row, int rows, int width) =>
        ref (Start with { ColumnStride = 1 }).First(rows, width, row);
}
