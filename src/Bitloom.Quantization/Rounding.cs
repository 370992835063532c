namespace Bitloom.Quantization;

/// <summary>The rounding of docs/arithmetic.md: halves go up, for negative numbers too.</summary>
public static class Rounding
{
    /// <summary>floor(x + 1/2).</summary>
    public static double HalfUp(double value) => Math.Floor(value + 0.5);
}
