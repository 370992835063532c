using System.Globalization;
using Bitloom.Diagnostics;
using Bitloom.Ir;
using Bitloom.Tensors;

namespace Bitloom.Quantization.Constants;

/// <summary>G, E and s of a normalization, and the proof of its error (docs/arithmetic.md).</summary>
internal static class NormConstants
{
    private const int GainBits = 47;
    private const int RootBits = 24;
    private const int DeviationBits = 18;
    private const int LargestShift = 40;

    /// <summary>The step with the shift nearest to the preferred one that keeps the bound; null when none does.</summary>
    public static NormStep? Step(Tensor x, Tensor y, bool centered, int preferredShift)
    {
        var greatest = GreatestDeviation(x, centered);
        if (IntegerArithmetic.SignedBits(-greatest, greatest) > DeviationBits)
            return null;
        return Enumerable.Range(1, LargestShift)
            .Where(s => Fits(x, y, s))
            .Select(s => Step(x, y, centered, greatest, s))
            .Where(step => step.Bound <= 0.5 + ErrorBound.ConstantsLimit)
            .OrderBy(step => Math.Abs(step.Shift - preferredShift))
            .FirstOrDefault();
    }

    /// <summary>QUANT006: no shift serves.</summary>
    public static Diagnostic None(Tensor x, Tensor y) => Diagnostic.Error(
        "QUANT006",
        y.Name,
        string.Create(
            CultureInfo.InvariantCulture,
            $"no reciprocal root of 24 bits normalizes {x.Columns} features of {x.Format.Bits} bits to 0.125 LSB"),
        "a root of at most 24 bits, deviations of at most 18 and an error of at most 0.125 LSB",
        $"give '{x.Name}' or '{y.Name}' fewer bits, or make the model narrower");

    private static NormStep Step(Tensor x, Tensor y, bool centered, long greatest, int s)
    {
        var gain = Gain(y, s);
        var bound = 0.5 + Math.ScaleB(greatest, -s) + (y.Format.Maximum + 1.0) / (4.0 * gain - 2);
        return new(y, x.Name, centered, gain, Epsilon(x), s, bound);
    }

    private static bool Fits(Tensor x, Tensor y, int s)
    {
        var gain = Math.ScaleB(1, 2 * s) / (y.Affine.Scale * y.Affine.Scale);
        return gain >= 1 && gain < 1L << GainBits
            && IntegerArithmetic.ReciprocalRoot(Gain(y, s), Epsilon(x)) < 1L << RootBits;
    }

    private static long Gain(Tensor y, int s) =>
        (long)Rounding.HalfUp(Math.ScaleB(1, 2 * s) / (y.Affine.Scale * y.Affine.Scale));

    private static int Epsilon(Tensor x) => TokenNormOperation.IntegerEpsilon(x.Columns, x.Affine.Scale);

    private static long GreatestDeviation(Tensor x, bool centered) => centered
        ? (x.Columns - 1L) * (x.Format.Maximum - x.Format.Minimum)
        : (long)x.Columns * Math.Max(-x.Format.Minimum, x.Format.Maximum);
}
