using System.Globalization;

namespace Bitloom.Benchmarks;

/// <summary>One quantized encoder: how much worse than the float model of its seed, on the validation part.</summary>
public sealed record RecipeRun(string Recipe, string Problem, int Dimension, int Bits, ulong Seed, double Relative);

/// <summary>
/// The measured points, results/quantization-recipes.csv. A run that is there is not made again: a measurement that was
/// cut off goes on, and one of a changed trainer begins with removing the file.
/// </summary>
public sealed class RecipeRuns
{
    private const string Header = "recipe,problem,d,bits,seed,relative";
    private readonly string _path = Path.Combine(BenchmarkResult.Folder, "quantization-recipes.csv");
    private readonly List<RecipeRun> _runs = [];
    private readonly Lock _lock = new();

    /// <summary>Those of the file.</summary>
    public RecipeRuns()
    {
        if (File.Exists(_path))
            _runs.AddRange(File.ReadLines(_path).Skip(1).Select(Parse));
    }

    /// <summary>In the order in which they were made.</summary>
    public IReadOnlyList<RecipeRun> All => _runs;

    /// <summary>True when this run was made.</summary>
    public bool Has(RecipeRun run)
    {
        lock (_lock)
            return _runs.Exists(made => made with { Relative = run.Relative } == run);
    }

    /// <summary>Keeps a run.</summary>
    public void Add(RecipeRun run)
    {
        lock (_lock)
        {
            _runs.Add(run);
            File.WriteAllLines(_path, _runs.Select(Text).Prepend(Header));
        }
    }

    /// <summary>
    /// The geometric mean of 1 + relative, less 1, of the runs of a recipe at some bits, or null when there are none.
    /// </summary>
    public (double Mean, int Count)? Of(string recipe, int bits, Func<RecipeRun, bool> where)
    {
        var found = _runs.Where(run => run.Recipe == recipe && run.Bits == bits && where(run)).ToArray();
        return found.Length == 0
            ? null
            : (Math.Exp(found.Average(run => Math.Log(1 + run.Relative))) - 1, found.Length);
    }

    private static string Text(RecipeRun run) => string.Create(CultureInfo.InvariantCulture,
        $"{run.Recipe},{run.Problem},{run.Dimension},{run.Bits},{run.Seed},{run.Relative:R}");

    private static RecipeRun Parse(string line)
    {
        var parts = line.Split(',');
        var culture = CultureInfo.InvariantCulture;
        return new RecipeRun(
            parts[0], parts[1], int.Parse(parts[2], culture), int.Parse(parts[3], culture),
            ulong.Parse(parts[4], culture), double.Parse(parts[5], culture));
    }
}
