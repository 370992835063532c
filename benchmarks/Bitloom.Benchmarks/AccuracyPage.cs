using System.Globalization;
using Bitloom.Data;
using Bitloom.Training;

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
                + "quantized phase is further training, so that it may be. Aimed at: 0.5 % at 8 bits, 1 % at 6, 5 % at 4, or "
                + "the standard error or one test window where that is more; **bold** misses it.",
            "",
            "| data | metric | without a model | float | seeds | " + string.Join(" | ", Widths.Select(bits => $"{bits} bit, %"))
                + " |",
            "|---|---|---|---|---|" + string.Concat(Widths.Select(_ => "---|")),
            .. cases.Select(item => Row(item, runs)),
            "",
            string.Join(" ", AccuracyAim.All.Select(aim => $"{aim.Bits} bit: {cases.Count(
                item => aim.IsMet(item, runs))} of {cases.Length} within the aim.")),
            "",
            "## Beside published results",
            "",
            "On the official parts; ours after training with a fifth of the training part held out for validation. "
                + PublishedAccuracy.Sources,
            "",
            "| data | metric | ours, parameters | float | 8 bit | 4 bit | published |",
            "|---|---|---|---|---|---|---|",
            .. cases.Where(item => PublishedAccuracy.All.Any(other => other.Data == item.Name))
                .Select(item => Published(item, runs)),
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
        var data = item.FirstData;
        var floats = runs.Of(item.Name, 0);
        var baselines = runs.Baselines(item.Name).Select(run => $"{run.What} {Number(run.Value)}");
        var cells = Widths.Select(bits => AccuracyAim.Cell(item, runs, bits));
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

    private static string Published(AccuracyCase item, AccuracyRuns runs)
    {
        var data = item.FirstData;
        var squared = item.Name == PublishedAccuracy.Ett;
        var scale = data is ForecastData forecast ? forecast.StandardTargets.Deviation[0] : 1;
        var ours = new[] { 0, 8, 4 }.Select(bits => Number(runs.Of(item.Name, bits).Values.Average(
            value => squared ? value * value / (scale * scale) : value)));
        var others = PublishedAccuracy.All.Where(other => other.Data == item.Name)
            .Select(other => $"{other.What} {Number(other.Value)}");
        return $"| {item.Name} | {(squared ? "MSE, standardized" : data.Metric)} | {Parameters(item.Shape(data)).ToString("#,0", CultureInfo.InvariantCulture)} "
            + $"| {string.Join(" | ", ours)} | {string.Join(", ", others)} |";
    }

    /// <summary>Of one block with a hidden width of 4 d and batch normalization (arXiv 2407.11041, section III).</summary>
    private static int Parameters(EncoderShape shape)
    {
        var d = shape.Dimension;
        return 12 * d * d + (14 + shape.Features) * d + shape.Outputs * (d + 1);
    }

    private static string Spread(double[] values) => $"{Number(values.Average())} ± {Number(AccuracyAim.Deviation(values))}";

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
