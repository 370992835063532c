using System.Globalization;
using Bitloom.Data;

namespace Bitloom.Benchmarks;

/// <summary>How much worse than the float model an integer model may be.</summary>
/// <param name="Bits">Of all tensors and weights.</param>
/// <param name="Percent">Relative, of the metric.</param>
public sealed record AccuracyAim(int Bits, double Percent)
{
    /// <summary>The widths that something is aimed at for.</summary>
    public static IReadOnlyList<AccuracyAim> All { get; } = [new(8, 0.5), new(6, 1), new(4, 5)];

    /// <summary>
    /// True where the mean over the seeds is within the aim, or within the standard error or one window of the test part
    /// where these are coarser.
    /// </summary>
    public bool IsMet(AccuracyCase item, AccuracyRuns runs)
    {
        var worse = Worse(item, runs, Bits);
        return worse.Average() <= Math.Max(Percent, Math.Max(Error(worse), OneWindow(item, runs)));
    }

    /// <summary>The mean over the seeds and its standard error, in percent worse than the float model.</summary>
    public static string Cell(AccuracyCase item, AccuracyRuns runs, int bits)
    {
        var worse = Worse(item, runs, bits);
        if (worse.Length == 0)
            return "";
        var text = string.Create(
            CultureInfo.InvariantCulture, $"{worse.Average():+0.0;-0.0;0.0} ± {Error(worse):0.0}");
        return All.FirstOrDefault(aim => aim.Bits == bits) is { } aim && !aim.IsMet(item, runs) ? $"**{text}**" : text;
    }

    /// <summary>The standard deviation of a sample.</summary>
    public static double Deviation(double[] values)
    {
        var mean = values.Average();
        return values.Length < 2
            ? 0
            : Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }

    private static double[] Worse(AccuracyCase item, AccuracyRuns runs, int bits)
    {
        var floats = runs.Of(item.Name, 0);
        var sign = item.FirstData.HigherIsBetter ? -100 : 100;
        return [.. runs.Of(item.Name, bits).Select(
            pair => (pair.Value - floats[pair.Key]) / floats[pair.Key] * sign)];
    }

    private static double Error(double[] worse) => Deviation(worse) / Math.Sqrt(worse.Length);

    private static double OneWindow(AccuracyCase item, AccuracyRuns runs) => item.FirstData is ClassificationData data
        ? 100.0 / data.Test.Count / runs.Of(item.Name, 0).Values.Average()
        : 0;
}
