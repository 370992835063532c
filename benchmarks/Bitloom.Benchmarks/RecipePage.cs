using System.Globalization;

namespace Bitloom.Benchmarks;

/// <summary>results/quantization-recipes.md.</summary>
public static class RecipePage
{
    private static readonly int[] Widths = [8, 6, 4, 3];

    /// <summary>All runs so far.</summary>
    public static void Write(RecipeRuns runs)
    {
        var problems = runs.All.Select(run => run.Problem).Distinct(StringComparer.Ordinal).ToArray();
        List<string> lines =
        [
            "# Recipes of quantization",
            "",
            BenchmarkResult.Provenance("dotnet run -c Release benchmarks/QuantizationRecipes.cs"),
            "Encoders of 12 rows, one head and one block forecast the next row; the same bits everywhere. Each number "
                + "is the root mean squared error of the hardware-exact forward over that of the float model of the same "
                + "seed, less 1, in percent, on the validation part (with `test`, on the test part): the geometric mean "
                + "over runs, and how many they are. Every run is a line of quantization-recipes.csv.",
            "",
            "A recipe is what its words change of `log`: ranges of least squared error, learned by their logarithms, a "
                + "rate of 0.003, 30 epochs, batches of 64. `floor` and `ends` train nothing: they are the float model "
                + "with only its output, or its input and its output, rounded.",
            "",
            "## All series",
            "",
            .. Table(runs, _ => true),
        ];
        foreach (var problem in problems)
            lines.AddRange(["", $"## {problem}", "", .. Table(runs, run => run.Problem == problem)]);
        BenchmarkResult.Write("quantization-recipes.md", lines);
    }

    private static IEnumerable<string> Table(RecipeRuns runs, Func<RecipeRun, bool> where)
    {
        yield return "| recipe | " + string.Join(" | ", Widths.Select(Title)) + " |";
        yield return "|---|" + string.Concat(Widths.Select(_ => "---|"));
        foreach (var recipe in runs.All.Select(run => run.Recipe).Distinct(StringComparer.Ordinal))
        {
            var cells = Widths.Select(bits => Cell(runs.Of(recipe, bits, where)));
            yield return $"| {recipe} | {string.Join(" | ", cells)} |";
        }
    }

    private static string Title(int bits) => string.Create(CultureInfo.InvariantCulture, $"{bits} bit");

    private static string Cell((double Mean, int Count)? found) => found is not { } cell
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{100 * cell.Mean:+0.00;-0.00} ({cell.Count})");
}
