using System.Globalization;
using Bitloom.Data;

namespace Bitloom.Benchmarks;

/// <summary>docs/results-accuracy.md.</summary>
public static class AccuracyPage
{
    /// <summary>Widths that are compared with floating point.</summary>
    public static readonly int[] Widths = [8, 6, 4, 3];

    /// <summary>Writes the page of all runs so far.</summary>
    public static void Write(AccuracyRuns runs)
    {
        var cases = AccuracyCase.All.Where(item => runs.Of(item.Name, 0).Count > 0).ToArray();
        List<string> lines =
        [
            "# Accuracy of integer models",
            "",
            BenchmarkResult.Provenance("dotnet run -c Release benchmarks/Accuracy.cs"),
            "Encoders of one head and one block, hidden width 4 d, the same bits for every tensor and every weight; the recipe "
                + "of [quantization.md](quantization.md) with its defaults. All numbers are of the test part, the integer ones "
                + "by the hardware-exact forward, which is what interpreter, RTL and netlist compute; every run is a line of "
                + "benchmarks/results/accuracy.csv. The validation part chose epochs, thresholds and nothing else.",
            "",
            "The differences are the mean, over seeds, of how much worse the integer model is than the float model of the same "
                + "seed, relative to that, in percent, and the standard error of that mean: negative is better than float. The "
                + "quantized phase is further training, so that it may be. Aimed at: 0.5 % at 8 bits, 1 % at 6, 5 % at 4.",
            "",
            "| data | metric | without a model | float | seeds | " + string.Join(" | ", Widths.Select(bits => $"{bits} bit, %"))
                + " |",
            "|---|---|---|---|---|" + string.Concat(Widths.Select(_ => "---|")),
            .. cases.Select(item => Row(item, runs)),
            "",
            "## What was trained",
            "",
            "| data | windows to train, validate, test | n, m, d | outputs | epochs, batch |",
            "|---|---|---|---|---|",
            .. cases.Select(Description),
        ];
        File.WriteAllLines(Path.Combine(BenchmarkResult.Folder, "..", "..", "docs", "results-accuracy.md"), lines);
    }

    private static string Row(AccuracyCase item, AccuracyRuns runs)
    {
        var data = TaskDataReader.Read(item.Data[0]).Value!;
        var floats = runs.Of(item.Name, 0);
        var baselines = runs.Baselines(item.Name).Select(run => $"{run.What} {Number(run.Value)}");
        var cells = Widths.Select(bits => Difference(floats, runs.Of(item.Name, bits), data.HigherIsBetter));
        return $"| {item.Name} | {data.Metric} | {string.Join("; ", baselines)} | {Spread([.. floats.Values])} "
            + $"| {floats.Count} | {string.Join(" | ", cells)} |";
    }

    private static string Description(AccuracyCase item)
    {
        var all = item.Data.Select(options => TaskDataReader.Read(options).Value!).ToArray();
        var first = all[0].TrainingWindows;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {item.Name} | {all.Sum(data => data.TrainingWindows.Count):#,0}, "
            + $"{all.Sum(data => data.ValidationWindows.Count):#,0}, {all.Sum(data => data.TestWindows.Count):#,0} "
            + $"| {first.Window}, {first.Features}, {item.Dimension} | {first.Outputs} | {item.Epochs}, {item.Batch} |");
    }

    private static string Difference(
        SortedDictionary<ulong, double> floats, SortedDictionary<ulong, double> integers, bool higherIsBetter)
    {
        double[] worse =
        [
            .. integers.Select(pair => (pair.Value - floats[pair.Key]) / floats[pair.Key] * (higherIsBetter ? -100 : 100)),
        ];
        return worse.Length == 0 ? "" : string.Create(
            CultureInfo.InvariantCulture, $"{worse.Average():+0.0;-0.0;0.0} ± {Deviation(worse) / Math.Sqrt(worse.Length):0.0}");
    }

    private static string Spread(double[] values) => $"{Number(values.Average())} ± {Number(Deviation(values))}";

    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return values.Length < 2 ? 0 : Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
