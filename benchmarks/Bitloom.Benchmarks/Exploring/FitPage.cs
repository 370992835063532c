using System.Globalization;
using Bitloom.Exploration;
using Bitloom.Projects;

namespace Bitloom.Benchmarks;

/// <summary>Which models of the published grid fit an XC7S15, results/explore-fits.md.</summary>
public static class FitPage
{
    /// <summary>Estimates all of them, and writes the page.</summary>
    public static void Write()
    {
        var rows = FitCase.All.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(Row).ToArray();
        string[] lines =
        [
            "# Which models fit an XC7S15", "",
            BenchmarkResult.Provenance("dotnet run -c Release benchmarks/Exploring.cs -- fits"), "",
            "n windows rows, d the dimension, of the air quality sample (7 inputs), one block, one head, hidden width 4 d. "
                + "Of each the fastest engine that fits at 100 MHz, by estimate, with untrained weights: latency and LUTs. "
                + "Published style: intermediates in LUT memory, weights in block RAM; ours: whatever takes the least LUTs. "
                + "Mixed: tensors may have any width from 2 up to the greatest.", "",
            Summary(rows), "",
            "| n | d | bits | published style, uniform | published style, mixed | ours, uniform | ours, mixed |",
            "|---|---|---|---|---|---|---|",
            .. rows.Select(row => $"| {row.Case.Window} | {row.Case.Dimension} | {row.Case.Bits} | "
                + string.Join(" | ", row.Fits.Select(Text)) + " |"),
        ];
        Console.WriteLine(BenchmarkResult.Write("explore-fits.md", lines));
    }

    private static (FitCase Case, EngineCosts?[] Fits) Row(FitCase each)
    {
        var fits = new EngineCosts?[4];
        for (var index = 0; index < fits.Length; index++)
        {
            // What fits uniformly fits mixed as well.
            fits[index] = index % 2 == 1 && fits[index - 1] is { } uniform
                ? uniform
                : each.Fit(published: index < 2, mixed: index % 2 == 1);
        }

        Console.WriteLine($"{each}: {string.Join(", ", fits.Select(Text))}");
        return (each, fits);
    }

    private static string Summary((FitCase Case, EngineCosts?[] Fits)[] rows)
    {
        int Count(int index) => rows.Count(row => row.Fits[index] is not null);
        return string.Create(CultureInfo.InvariantCulture,
            $"Of {rows.Length}: {Count(0)} fit in the published style with one width, {Count(1)} with mixed widths, ")
            + string.Create(CultureInfo.InvariantCulture, $"{Count(2)} and {Count(3)} with ours.");
    }

    private static string Text(EngineCosts? costs) => costs is null
        ? "-"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{costs.Measures[Measure.Latency]:0.###} ms, {costs.Measures[Measure.Luts]:#,0}");
}
