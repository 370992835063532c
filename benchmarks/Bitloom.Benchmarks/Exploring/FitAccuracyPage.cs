using System.Globalization;
using Bitloom.Exploration;
using Bitloom.Pipeline;
using Bitloom.Projects;
using Bitloom.Training;

namespace Bitloom.Benchmarks;

/// <summary>
/// How accurate the models are that fit in the published style of memory only with mixed widths, against one width of all
/// that fits, results/explore-fits-accuracy.md.
/// </summary>
public static class FitAccuracyPage
{
    private const int Dimension = 64;
    private const int Bits = 8;
    private const int NearestBits = 6;

    private static readonly int[] Windows = [6, 12, 24];
    private static readonly int[] Seeds = [1, 2];

    /// <summary>Trains them, and writes the page.</summary>
    public static async Task WriteAsync(string folder)
    {
        List<string> rows = [];
        foreach (var window in Windows)
        {
            foreach (var seed in Seeds)
            {
                rows.Add(await RowAsync(folder, window, seed, "published style, mixed", published: true, [.. Enumerable.Range(2, Bits - 1)]));
                rows.Add(await RowAsync(folder, window, seed, $"published style, {NearestBits} bits", published: true, [NearestBits]));
                rows.Add(await RowAsync(folder, window, seed, $"ours, {Bits} bits", published: false, [Bits]));
            }
        }

        string[] lines =
        [
            "# Accuracy of what fits only with mixed widths", "",
            BenchmarkResult.Provenance("dotnet run -c Release benchmarks/Exploring.cs -- accuracy"), "",
            $"Air quality, XC7S15, d = {Dimension}, {Bits} bits: with intermediates in LUT memory and weights in block RAM these fit "
                + $"with mixed widths alone (explore-fits.md); the nearest width of all that fits is {NearestBits}. Each is the answer of "
                + "`bitloom fit`: the same float model of 20 epochs, then 10 with quantization. RMSE on the test part in the unit of the data.", "",
            "| n | seed | memories and widths | validation error | test | ms | LUTs | bits, weights | bits, activations |",
            "|---|---|---|---|---|---|---|---|---|", .. rows,
        ];
        Console.WriteLine(BenchmarkResult.Write("explore-fits-accuracy.md", lines));
    }

    private static async Task<string> RowAsync(
        string folder, int window, int seed, string name, bool published, int[] widths)
    {
        var text = $"[{string.Join(", ", widths)}]";
        var request = new BuildRequest(
            Path.Combine(BenchmarkResult.Root, "samples", "air-quality"),
            Path.Combine(folder, "accuracy", $"{window}-{seed}-{published}-{widths.Length}"),
            [
                .. new FitCase(window, Dimension, Bits).Settings(published),
                new("engine.device", "xc7s15"), new("training.epochs", "20"), new("training.quantizedEpochs", "10"),
                new("training.seed", $"{seed}"), new("explore.points", "1"),
                new("explore.weights", text), new("explore.activations", text),
            ]);
        var fit = await new Explorer().FitAsync(request, new SilentProgress(), default);
        foreach (var diagnostic in fit.Diagnostics)
            Console.WriteLine(diagnostic);
        var row = $"| {window} | {seed} | {name} | " + (fit.Outcome == BuildOutcome.Verified ? Cells(fit) : "- | - | - | - | - | -") + " |";
        Console.WriteLine(row);
        return row;
    }

    private static string Cells(FitResult fit)
    {
        var point = fit.Trained[0];
        var matrices = TensorNames.WeightMatrices(fit.Project!.Model.Layers).ToHashSet(StringComparer.Ordinal);
        return string.Join(" | ",
            Text(point.Measures[Measure.Error]), Text(point.TestScore ?? double.NaN), Text(point.Measures[Measure.Latency]),
            Text(point.Measures[Measure.Luts]),
            string.Concat(point.Bits.Where(pair => matrices.Contains(pair.Key)).Select(pair => pair.Value)),
            string.Concat(point.Bits.Where(pair => !matrices.Contains(pair.Key)).Select(pair => pair.Value)));
    }

    private static string Text(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
