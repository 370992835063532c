using System.Collections.Immutable;
using Bitloom.Diagnostics;
using Bitloom.Estimation;
using Bitloom.Fuzzing;
using Bitloom.Toolchain;

namespace Bitloom.Benchmarks;

/// <summary>The commands of Calibration.cs.</summary>
public static class CalibrationRun
{
    /// <summary>Measures the engines of some seeds and adds them to the family's points.</summary>
    public static async Task<int> MeasureAsync(string family, int first, int last, string folder)
    {
        var points = await PointsAsync(family, first, last, folder);
        var path = PathOf(family, "csv");
        AtomicFile.Write(path, new CalibrationPoints(await ToolAsync(), points).Write());
        Console.WriteLine($"{path}: {points.Length} points");
        return 0;
    }

    /// <summary>Fits the model of a family to its points.</summary>
    public static int Fit(string family)
    {
        var points = CalibrationPoints.Read(File.ReadAllText(PathOf(family, "csv")));
        var model = CalibrationFit.Of(family, points);
        AtomicFile.Write(PathOf(family, "json"), ResourceModelFile.Write(model));
        foreach (var (kind, error) in model.Errors)
        {
            Console.WriteLine(FormattableString.Invariant(
                $"{kind}: {error.Median:p1} in the median, {error.High:p1} in 95 of 100, {error.Worst:p1} at worst"));
        }

        return 0;
    }

    /// <summary>Estimates engines that are not among the points, and writes how far off that is.</summary>
    public static async Task<int> CheckAsync(string family, int first, int last, string folder)
    {
        var known = CalibrationPoints.Read(await File.ReadAllTextAsync(PathOf(family, "csv"))).Points;
        if (known.Any(point => point.Seed >= first && point.Seed <= last))
            throw new ArgumentException("some of these seeds are among the points that were fitted");
        var points = await PointsAsync(family, first, last, folder);
        EstimationPage.Write(family, first, last, points);
        return 0;
    }

    internal static string PathOf(string family, string extension) =>
        Path.Combine(BenchmarkResult.Root, "calibration", $"{family}.{extension}");

    private static async Task<ImmutableArray<CalibrationPoint>> PointsAsync(
        string family, int first, int last, string folder)
    {
        var kind = family == "xc7" ? AcceleratorFamily.SevenSeries : AcceleratorFamily.Ice40;
        var netlists = new MeasuredNetlists(folder, kind);
        var points = ImmutableArray.CreateBuilder<CalibrationPoint>();
        for (var seed = first; seed <= last; seed++)
        {
            if (await CalibrationMeasurement.MeasureAsync(netlists, seed) is { } point)
                points.Add(point);
            Console.WriteLine($"{family} {seed} of {last}: {points.Count} measured");
        }

        return points.ToImmutable();
    }

    private static async Task<string> ToolAsync() =>
        (await ToolVersions.FindAsync(ExternalTools.Yosys)) ?? throw new InvalidOperationException("no Yosys");
}
