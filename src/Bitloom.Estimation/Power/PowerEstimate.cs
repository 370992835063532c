using System.Collections.Immutable;

namespace Bitloom.Estimation;

/// <summary>The power of a circuit at a clock, milliwatts.</summary>
/// <param name="Static">What the configured device takes while nothing switches.</param>
/// <param name="StaticError">How far off that may be.</param>
/// <param name="Parts">Dynamic, by resource.</param>
public sealed record PowerEstimate(double Static, double StaticError, ImmutableArray<PowerPart> Parts)
{
    /// <summary>All parts together.</summary>
    public double Dynamic => Parts.Sum(part => part.Milliwatts);

    /// <summary>Static and dynamic.</summary>
    public double Total => Static + Dynamic;

    /// <summary>
    /// How far off the total may be: the root of the sum of the squares, as the numbers were found independently.
    /// </summary>
    public double Error => Math.Sqrt(StaticError * StaticError + Parts.Sum(part => part.Error * part.Error));
}
