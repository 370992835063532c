namespace Bitloom.Quantization;

/// <summary>
/// The proof for the worst column of one product: how far the integer epilogue can be from the real formula, given the
/// same integer inputs, wherever the real value lies inside the clamp range. All in LSB of the output.
/// </summary>
/// <param name="Multiplier">|M - 2^s m| |acc - Zx sum w| / 2^s, for the sums that do not saturate the output.</param>
/// <param name="Residual">|N 2^k - 2^s n| |r - Zr| / 2^s.</param>
/// <param name="Offset">1 / 2^(s+1), from the rounding of B.</param>
public sealed record ErrorBound(string Tensor, int Column, double Multiplier, double Residual, double Offset)
{
    /// <summary>What the constants may add to the rounding of the result itself.</summary>
    public const double ConstantsLimit = 1.0 / 8;

    /// <summary>What the constants add to the rounding of the result itself.</summary>
    public double Constants => Multiplier + Residual + Offset;

    /// <summary>The whole bound: rounding of the result and of the constants.</summary>
    public double Total => 0.5 + Constants;

    /// <summary>True when the operation keeps the promise of docs/arithmetic.md.</summary>
    public bool Holds => Constants <= ConstantsLimit;
}
