using System.Globalization;

namespace Bitloom.Benchmarks;

/// <summary>How much worse than its float model, in percent, one quantized model is.</summary>
public sealed record SmallDataPoint(string Data, string Recipe, EpochChoice Choice, int Bits, double Worse);

/// <summary>results/small-data-recipes.md.</summary>
public static class SmallDataPage
{
    /// <summary>Widths that are compared.</summary>
    public static readonly int[] Widths = [8, 6, 4];

    /// <summary>A row for each recipe: the mean over all sets and seeds with its standard error, and that of each set.</summary>
    public static void Write(IReadOnlyCollection<SmallDataPoint> points, int seeds)
    {
        string[] sets = [.. points.Select(point => point.Data).Distinct(StringComparer.Ordinal)];
        List<string> lines =
        [
            "# Recipes for small sets",
            "",
            BenchmarkResult.Provenance("dotnet run -c Release benchmarks/SmallDataRecipes.cs"),
            "Classifiers of the [accuracy page](../../docs/results-accuracy.md), trained and tested on parts of the "
                + string.Create(CultureInfo.InvariantCulture, $"training files alone, {seeds} divisions. ")
                + "How much less accurate than the float model of the same seed, percent, mean and standard error over "
                + "sets and divisions; behind it the means of " + string.Join(", ", sets) + ". Words as in "
                + "[quantization-recipes.md](quantization-recipes.md); the epoch is chosen by the loss of the validation "
                + "part, of it joined with the training part, or is the last one.",
            "",
            "| recipe | epoch by | " + string.Join(" | ", Widths.Select(bits => $"{bits} bit")) + " |",
            "|---|---|" + string.Concat(Widths.Select(_ => "---|")),
            .. points.GroupBy(point => (point.Recipe, point.Choice)).Select(
                group => $"| {group.Key.Recipe} | {group.Key.Choice.ToString().ToLowerInvariant()} | "
                    + string.Join(" | ", Widths.Select(bits => Cell([.. group.Where(point => point.Bits == bits)], sets))) + " |"),
        ];
        BenchmarkResult.Write("small-data-recipes.md", lines);
    }

    private static string Cell(SmallDataPoint[] points, string[] sets)
    {
        double[] worse = [.. points.Select(point => point.Worse)];
        var each = sets.Select(set => Number(points.Where(point => point.Data == set).Average(point => point.Worse)));
        return $"{Number(worse.Average())} ± {(AccuracyAim.Deviation(worse) / Math.Sqrt(worse.Length)).ToString(
            "0.0", CultureInfo.InvariantCulture)} ({string.Join(" / ", each)})";
    }

    private static string Number(double value) => value.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);
}
