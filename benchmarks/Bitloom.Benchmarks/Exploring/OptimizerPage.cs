using System.Globalization;
using Bitloom.Exploration;
using Bitloom.Pipeline;

namespace Bitloom.Benchmarks;

/// <summary>The exact optimizer of widths against greedy and random ones, results/explore-optimizers.md.</summary>
public static class OptimizerPage
{
    private const int Sizes = 6;

    /// <summary>Trains one float model, compares on several engines and budgets, and writes the page.</summary>
    public static async Task WriteAsync(string folder)
    {
        List<string> rows = [];
        foreach (var luts in (int[])[1_800, 2_200, 2_600, 3_000])
        {
            var inputs = (await Preflight.RunAsync(
                Request(Path.Combine(folder, "optimizers"), luts), BuildTools.Installed, default, ToolUse.None)).Value!;
            var floats = (await TrainStage.FloatAsync(inputs, TrainingRun.Of(inputs.Project.Training)[0], new SilentProgress(), default)).Value!;
            var sensitivities = (await SensitivityStage.RunAsync(inputs, floats, new SilentProgress(), default)).Value!;
            var problem = sensitivities.ProblemOf(inputs.Project, floats.ValidationLoss);
            var engines = new ProjectEngines(inputs.Project, inputs.Data, floats.Model).Space(default);
            rows.AddRange(Rows(problem, engines, luts, floats.ValidationLoss));
        }

        string[] lines =
        [
            "# The optimizer of widths", "",
            BenchmarkResult.Provenance("dotnet run -c Release benchmarks/Exploring.cs -- optimizers"), "",
            "The air quality sample, n = 24, d = 32, on an XC7S15 of which so many LUTs may be used, with weights of 2, 4, 6 or 8 "
                + "bits and activations of 4, 6 or 8: the predicted growth of "
                + "the loss with the best widths that fit, as a share of the float model's, for engines of several sizes. "
                + "Greedy narrows what loses least until it fits; random draws as many assignments as the exact optimizer "
                + "evaluates, at least 1,000 (least of 3 seeds). `-`: nothing that fits was found.", "",
            "| LUTs | engine | exact | greedy | random | evaluations, exact | greedy | seconds, exact |",
            "|---|---|---|---|---|---|---|---|", .. rows,
        ];
        Console.WriteLine(BenchmarkResult.Write("explore-optimizers.md", lines));
    }

    private static IEnumerable<string> Rows(PrecisionProblem problem, EngineSpace engines, int luts, double loss)
    {
        var step = Math.Max(1, engines.Shapes.Length / Sizes);
        foreach (var shape in engines.Shapes.Where((_, index) => index % step == 0))
        {
            var comparison = new OptimizerComparison(problem, engines, shape);
            var (exact, greedy) = (comparison.Exact(), comparison.Greedy());
            var draws = Math.Max(1_000, exact.Evaluations);
            var random = Enumerable.Range(1, 3).Select(seed => comparison.Random(draws, (ulong)seed).Loss).Min();
            if (exact.Loss is null && greedy.Loss is null && random is null)
                continue;
            var row = $"| {luts} | {shape} | {Text(exact.Loss / loss)} | {Text(greedy.Loss / loss)} | {Text(random / loss)} | "
                + $"{exact.Evaluations} | {greedy.Evaluations} | {Text(exact.Seconds)} |";
            Console.WriteLine(row);
            yield return row;
        }
    }

    private static BuildRequest Request(string folder, int luts) => new(
        Path.Combine(BenchmarkResult.Root, "samples", "air-quality"), folder,
        [
            new("data.window", "24"), new("model.dimension", "32"), new("training.epochs", "20"),
            new("explore.weights", "[2, 4, 6, 8]"), new("explore.activations", "[4, 6, 8]"),
            new("explore.constraints.luts", luts.ToString(CultureInfo.InvariantCulture)),
        ]);

    private static string Text(double? value) => value?.ToString("G4", CultureInfo.InvariantCulture) ?? "-";
}
