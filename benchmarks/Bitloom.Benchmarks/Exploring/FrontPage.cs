using System.Collections.Immutable;
using System.Globalization;
using Bitloom.Exploration;

namespace Bitloom.Benchmarks;

/// <summary>Fronts of solved widths against one width of all, results/explore-fronts.md.</summary>
public static class FrontPage
{
    private const double Margin = 1.1;

    /// <summary>Makes the runs that have not been made.</summary>
    public static async Task MeasureAsync(string folder)
    {
        var runs = new FrontRuns();
        foreach (var run in FrontRun.All.OrderBy(run => run.Seed).Where(run => !runs.Has(run)))
        {
            var (front, minutes) = await run.RunAsync(folder, verifies: false);
            runs.Put(run, front, minutes);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{run}: {front.Length} points, {minutes:0.0} minutes"));
        }
    }

    /// <summary>Simulates our fronts of the first seed, where their studies are.</summary>
    public static async Task VerifyAsync(string folder)
    {
        var runs = new FrontRuns();
        foreach (var run in FrontRun.All.Where(run => run is { Seed: 1, Method: "solved" } && runs.Has(run)
            && runs.Front(run).Any(point => point.Simulated is null)))
        {
            var (front, _) = await run.RunAsync(folder, verifies: true);
            runs.Put(run, front, runs.Minutes(run));
            Console.WriteLine($"{run}: {front.Count(point => point.Simulated > 0)} of {front.Length} points simulated");
        }
    }

    /// <summary>Writes the page.</summary>
    public static void Write()
    {
        var runs = new FrontRuns();
        string[] lines =
        [
            "# Fronts against one width of all tensors", "",
            BenchmarkResult.Provenance("dotnet run -c Release benchmarks/Exploring.cs -- fronts"), "",
            $"Validation error and energy of an inference made small together, at {FrontRun.Budget} training epochs a search "
                + "(10 in floating point and 5 with quantization for each model; ours trains one point of a float model and calibrates up to 7 more without training). "
                + "Both vary n (6, 12, 24), d (8, 16, 24), the hidden width (2 d, 4 d) and the learning rate by NSGA-II; "
                + "the published baseline varies one width (4, 6, 8) besides, ours solves for widths and engine. Hypervolume "
                + "to 1.1 times the worst of all fronts' points of a row.", "",
            "| data | device | hypervolume, ours over uniform, by seed | median | minutes, ours | uniform | least error, ours | uniform | least mJ, ours | uniform |",
            "|---|---|---|---|---|---|---|---|---|---|",
            .. FrontRun.All.Where(runs.Has).Select(run => (run.Data, run.Device)).Distinct().Select(each => Row(runs, each.Data, each.Device)),
            "", $"Points of our fronts of seed 1 that were simulated in GHDL and Verilator, {Simulated(runs)}; test is the sample's "
                + "metric on the test part:", "",
            "| data | device | validation error | mJ | ms | LUTs | test | windows that agree | settings and bits (tensors by name) |",
            "|---|---|---|---|---|---|---|---|---|",
            .. FrontRun.All.Where(run => run is { Seed: 1, Method: "solved" }).SelectMany(run => runs.Front(run)
                .Where(point => point.Simulated > 0).Select(point => PointRow(run, point))),
        ];
        Console.WriteLine(BenchmarkResult.Write("explore-fronts.md", lines));
    }

    private static string Simulated(FrontRuns runs)
    {
        MeasuredPoint[] points =
            [.. FrontRun.All.Where(run => run is { Seed: 1, Method: "solved" }).SelectMany(run => runs.Front(run))];
        return $"{points.Count(point => point.Simulated > 0)} of {points.Length}";
    }

    private static string Row(FrontRuns runs, string data, string device)
    {
        FrontRun[] all = [.. FrontRun.All.Where(run => run.Data == data && run.Device == device && runs.Has(run))];
        MeasuredPoint[] points = [.. all.SelectMany(run => runs.Front(run))];
        ImmutableArray<double> reference =
            [Margin * points.Max(point => point.Error), Margin * points.Max(point => point.Energy)];
        var ours = all.Where(run => run.Method == "solved").ToArray();
        var uniform = all.Where(run => run.Method == "uniform").ToArray();
        var ratios = ours.Zip(uniform, (left, right) => Volume(left) / Volume(right)).ToArray();
        return $"| {data} | {device} | {string.Join(", ", ratios.Select(Text))} | {Text(ratios.Order().ElementAt(ratios.Length / 2))} | "
            + $"{Text(Minutes(ours))} | {Text(Minutes(uniform))} | "
            + $"{Least(ours, point => point.Error)} | {Least(uniform, point => point.Error)} | "
            + $"{Least(ours, point => point.Energy)} | {Least(uniform, point => point.Energy)} |";

        double Volume(FrontRun run) => Hypervolume.Of(
            [.. runs.Front(run).Select(point => ImmutableArray.Create(point.Error, point.Energy))], reference);

        double Minutes(FrontRun[] some) => some.Select(runs.Minutes).Order().ElementAt(some.Length / 2);

        string Least(FrontRun[] some, Func<MeasuredPoint, double> value) =>
            Text(some.Select(run => runs.Front(run).Min(value)).Order().ElementAt(some.Length / 2));
    }

    private static string PointRow(FrontRun run, MeasuredPoint point) =>
        $"| {run.Data} | {run.Device} | {Text(point.Error)} | {Text(point.Energy)} | {Text(point.Latency)} | "
        + $"{Text(point.Luts)} | {Text(point.Test)} | {point.Simulated} | {point.Settings} |";

    private static string Text(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
