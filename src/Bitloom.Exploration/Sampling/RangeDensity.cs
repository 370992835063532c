using Bitloom.Training;
using MathNet.Numerics.Distributions;

namespace Bitloom.Exploration;

/// <summary>
/// A Parzen window over the unit interval (Bergstra et al. 2011, section 4.2): a truncated Gaussian at each position
/// that was seen, as wide as the way to its farther neighbor, and a wide one in the middle.
/// </summary>
internal sealed class RangeDensity : IDensity
{
    private const double Middle = 0.5;
    private const double Widest = 1;
    private const int MostDivisions = 100;

    private readonly (double Mean, double Deviation, double Mass)[] _windows;

    public RangeDensity(IReadOnlyList<double> positions)
    {
        double[] sorted = [.. positions.Order()];
        double[] edged = [0, .. sorted, 1];
        var narrowest = Widest / Math.Min(MostDivisions, sorted.Length + 1);
        _windows = [Window(Middle, Widest), .. sorted.Select((mean, i) => Window(mean,
            Math.Clamp(Math.Max(mean - edged[i], edged[i + 2] - mean), narrowest, Widest)))];
    }

    public double Draw(SeededRandom random)
    {
        var (mean, deviation, mass) = _windows[random.Next(_windows.Length)];
        var share = Normal.CDF(mean, deviation, 0) + mass * random.NextSingle();
        return Math.Clamp(Normal.InvCDF(mean, deviation, share), 0, Math.BitDecrement(1.0));
    }

    public double At(double position) =>
        _windows.Average(window => Normal.PDF(window.Mean, window.Deviation, position) / window.Mass);

    private static (double Mean, double Deviation, double Mass) Window(double mean, double deviation) =>
        (mean, deviation, Normal.CDF(mean, deviation, 1) - Normal.CDF(mean, deviation, 0));
}
