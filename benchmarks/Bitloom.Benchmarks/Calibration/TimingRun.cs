using System.Collections.Immutable;
using Bitloom.Diagnostics;
using Bitloom.Estimation;
using Bitloom.Fuzzing;
using Bitloom.Toolchain;

namespace Bitloom.Benchmarks;

/// <summary>The paths of measured engines, and the clock fitted to them.</summary>
public static class TimingRun
{
    /// <summary>Measures the longest path of each netlist of some seeds, and fits the family's clock.</summary>
    public static async Task<int> RunAsync(string family, int first, int last, string folder)
    {
        var kind = family == "xc7" ? AcceleratorFamily.SevenSeries : AcceleratorFamily.Ice40;
        var paths = new MeasuredPaths(new(folder, kind));
        var points = ImmutableArray.CreateBuilder<TimingPoint>();
        for (var seed = first; seed <= last; seed++)
        {
            if (await paths.FindAsync(seed) is not { } path)
                continue;
            var accelerator = RandomAccelerators.Create(seed, kind);
            points.Add(new(
                seed, accelerator.ToString(), path.Part, path.Picoseconds,
                TimingFeatures.Of(CalibrationMeasurement.Structure(accelerator))));
            Console.WriteLine($"{family} {seed} of {last}: {path.Picoseconds} ps, {path.Part}");
        }

        AtomicFile.Write(
            CalibrationRun.PathOf($"timing-{family}", "csv"),
            new TimingPoints(await ToolAsync(kind), points.ToImmutable()).Write());
        return Fit(family);
    }

    /// <summary>Fits the clock of a family to its points.</summary>
    public static int Fit(string family)
    {
        var points = TimingPoints.Read(File.ReadAllText(CalibrationRun.PathOf($"timing-{family}", "csv")));
        var model = TimingFit.Of(family, points);
        AtomicFile.Write(CalibrationRun.PathOf($"timing-{family}", "json"), ClockModelFile.Write(model));
        Console.WriteLine(FormattableString.Invariant(
            $"clock of {model.Points}: {model.Error.Median:p1} in the median, {model.Error.High:p1} in 95 of 100, {model.Error.Worst:p1} at worst"));
        return 0;
    }

    private static async Task<string> ToolAsync(AcceleratorFamily family)
    {
        var tool = family == AcceleratorFamily.SevenSeries ? ExternalTools.Yosys : ExternalTools.NextpnrIce40;
        return $"{tool.Name} {(await ToolVersions.ProbeAsync(tool)).Version}";
    }
}
