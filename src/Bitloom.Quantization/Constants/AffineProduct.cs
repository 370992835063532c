using System.Collections.Immutable;
using Bitloom.Ir;

namespace Bitloom.Quantization.Constants;

/// <summary>
/// One output column of a product before its constants are rounded: y = m acc' + n r' + b in LSB of the output, with
/// acc' = acc - correction (the sum without zero points) and r' = r - Zr.
/// </summary>
/// <param name="Multiplier">m = Sx Sw gamma / Sy.</param>
/// <param name="ResidualMultiplier">n = Sr gamma / Sy.</param>
/// <param name="Offset">b = (gamma bias + beta) / Sy + Zy.</param>
/// <param name="Correction">Zx sum w: what the raw sum holds too much.</param>
/// <param name="Sums">The values that acc' can take, from the operands' ranges and the actual weights.</param>
internal readonly record struct AffineColumn(
    double Multiplier, double ResidualMultiplier, double Offset, long Correction, Interval Sums);

/// <summary>The second addend of a product: <paramref name="Values"/> are those of r' = r - Zr.</summary>
internal sealed record AffineResidual(string Tensor, int ZeroPoint, Interval Values);

/// <summary>
/// A matrix product in real numbers over integer operands. One column, shared by all, where nothing depends on it.
/// </summary>
internal sealed record AffineProduct(
    Tensor Output,
    string A,
    string B,
    MatMulKind Kind,
    int Heads,
    AffineResidual? Residual,
    ImmutableArray<AffineColumn> Columns);
