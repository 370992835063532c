using System.Collections.Immutable;

namespace Bitloom.Ir;

/// <summary>
/// The one integer step that ends every matrix product:
/// y = clamp((acc * M[c] + ((r * N[c]) &lt;&lt; k) + B[c]) >> s, minimum, maximum), with c the output column.
/// <see cref="Multipliers"/> and <see cref="Offsets"/> hold one entry a column, or one entry that all columns share.
/// </summary>
/// <param name="Multipliers">M, signed, at most 18 bits.</param>
/// <param name="Offsets">B, signed, at most 48 bits; holds bias, zero points and the half for rounding.</param>
/// <param name="Shift">s, at least 1.</param>
/// <param name="Residual">The second addend, or null.</param>
/// <param name="Minimum">Clamp bound; the output's zero point for a ReLU.</param>
/// <param name="Maximum">Clamp bound.</param>
public sealed record Epilogue(
    ImmutableArray<int> Multipliers,
    ImmutableArray<long> Offsets,
    int Shift,
    ResidualTerm? Residual,
    int Minimum,
    int Maximum)
{
    /// <summary>M of column <paramref name="column"/>.</summary>
    public int Multiplier(int column) => Multipliers[Multipliers.Length == 1 ? 0 : column];

    /// <summary>B of column <paramref name="column"/>.</summary>
    public long Offset(int column) => Offsets[Offsets.Length == 1 ? 0 : column];
}

/// <summary>
/// The residual branch of an <see cref="Epilogue"/>: (r * N[c]) &lt;&lt; k, with r the element of
/// <paramref name="Tensor"/> at the output's row and column.
/// </summary>
/// <param name="Multipliers">N, signed, at most 18 bits; one a column, or one shared.</param>
/// <param name="Shift">k, at least 0.</param>
public sealed record ResidualTerm(string Tensor, ImmutableArray<int> Multipliers, int Shift)
{
    /// <summary>N of column <paramref name="column"/>.</summary>
    public int Multiplier(int column) => Multipliers[Multipliers.Length == 1 ? 0 : column];
}
