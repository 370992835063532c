namespace Bitloom.Ir;

/// <summary>
/// A named matrix of integers, row-major: <paramref name="Rows"/> tokens by <paramref name="Columns"/> features.
/// Attention scores and probabilities stack their heads by rows: (heads * tokens) by tokens.
/// </summary>
public sealed record Tensor(string Name, int Rows, int Columns, IntegerFormat Format, AffineScale Affine)
{
    /// <summary>Number of elements.</summary>
    public int Count => Rows * Columns;
}
