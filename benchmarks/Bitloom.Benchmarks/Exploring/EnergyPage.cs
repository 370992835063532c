using System.Globalization;
using Bitloom.Exploration;
using Bitloom.Projects;

namespace Bitloom.Benchmarks;

/// <summary>Energies against published ones, results/explore-energy.md.</summary>
public static class EnergyPage
{
    // arXiv 2407.11041, table of the XC7S15 at 100 MHz: latency, energy, power.
    private static readonly (FitCase Case, double Milliseconds, double Millijoules, double Milliwatts)[] Published =
    [
        (new(6, 64, 8), 2.82, 0.212, 75), (new(12, 64, 6), 4.61, 0.364, 79), (new(12, 32, 4), 1.33, 0.084, 63),
    ];

    // The best of arXiv 2505.17662.
    private const double BestPublished = 0.033;

    /// <summary>Estimates the published rows, takes the best of the measured fronts, and writes the page.</summary>
    public static void Write()
    {
        var runs = new FrontRuns();
        var best = FrontRun.All.Where(run => run.Device == "xc7s15" && run.Method == "solved")
            .SelectMany(run => runs.Front(run).Select(point => (run, point))).ToArray();
        string[] lines =
        [
            "# Energy", "",
            BenchmarkResult.Provenance("dotnet run -c Release benchmarks/Exploring.cs -- energy"), "",
            "By the power model of docs/power.md with the usual activity, at 100 MHz on an XC7S15, static power included: an "
                + "estimate, as the published numbers are of the vendor's tool.", "",
            "| model | published ms | mJ | mW | ours, fastest: ms | mJ | mW | ours, least energy: ms | mJ | mW | energy, published over ours |",
            "|---|---|---|---|---|---|---|---|---|---|---|",
            .. Published.Select(Row), "",
            $"Best published energy of any model: {BestPublished} mJ. Least of our fronts, and least of those within 2 % of the least "
                + "validation error of their data set:", "",
            "| data | seed | mJ | published over ours | ms | validation error | test | settings |", "|---|---|---|---|---|---|---|---|",
            .. best.GroupBy(each => each.run.Data).SelectMany(Best),
        ];
        Console.WriteLine(BenchmarkResult.Write("explore-energy.md", lines));
    }

    private static string Row((FitCase Case, double Milliseconds, double Millijoules, double Milliwatts) row)
    {
        var all = row.Case.FitAll();
        var fastest = all.MinBy(costs => costs.Measures[Measure.Latency])!;
        var least = all.MinBy(costs => costs.Measures[Measure.Energy])!;
        return $"| {row.Case.Window}, {row.Case.Dimension}, {row.Case.Bits} | {Text(row.Milliseconds)} | {Text(row.Millijoules)} | "
            + $"{Text(row.Milliwatts)} | {Cells(fastest)} | {Cells(least)} | "
            + $"{Text(row.Millijoules / least.Measures[Measure.Energy])} |";
    }

    private static IEnumerable<string> Best(IGrouping<string, (FrontRun Run, MeasuredPoint Point)> points)
    {
        var error = points.Min(each => each.Point.Error);
        foreach (var (run, point) in ((FrontRun Run, MeasuredPoint Point)[])
            [points.MinBy(each => each.Point.Energy), points.Where(each => each.Point.Error <= 1.02 * error).MinBy(each => each.Point.Energy)])
        {
            yield return $"| {run.Data} | {run.Seed} | {Text(point.Energy)} | {Text(BestPublished / point.Energy)} | {Text(point.Latency)} | "
                + $"{Text(point.Error)} | {Text(point.Test)} | {point.Settings} |";
        }
    }

    private static string Cells(EngineCosts costs) =>
        $"{Text(costs.Measures[Measure.Latency])} | {Text(costs.Measures[Measure.Energy])} | {Text(costs.Measures[Measure.Power])}";

    private static string Text(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
