#:project Bitloom.Benchmarks/Bitloom.Benchmarks.csproj
#:property PublishAot=false
// Quantizes encoders that forecast three series by recipes and compares each with the float model of the same seed,
// hardware-exact, on the validation part; adds the runs to results/quantization-recipes.csv and writes
// results/quantization-recipes.md. Runs that the CSV file has are not made again.
// Run from anywhere: dotnet run -c Release benchmarks/QuantizationRecipes.cs [-- recipe,... [bits,... [d,... [seeds]]]]
using System.Diagnostics;
using System.Globalization;
using Bitloom.Benchmarks;

var culture = CultureInfo.InvariantCulture;
string[] names = args.Length > 0 ? args[0].Split(',') : [.. NamedRecipe.All];
int[] widths = args.Length > 1 ? [.. args[1].Split(',').Select(text => int.Parse(text, culture))] : [8, 6, 4, 3];
int[] dimensions = args.Length > 2 ? [.. args[2].Split(',').Select(text => int.Parse(text, culture))] : [16, 32];
var seeds = args.Length > 3 ? int.Parse(args[3], culture) : 2;
var problems = RecipeProblem.All();
var runs = new RecipeRuns();
var options = new ParallelOptions { MaxDegreeOfParallelism = 2 };
var models =
    from dimension in dimensions
    from seed in Enumerable.Range(1, seeds)
    from problem in problems
    select (Problem: problem, Dimension: dimension, Seed: (ulong)seed);
Parallel.ForEach(models.ToArray(), options, model =>
    RecipeMeasurement.FloatModel(model.Problem, model.Dimension, model.Seed));
foreach (var name in names)
{
    var all = models.SelectMany(model => widths.Select(bits => (model.Problem, Run: new RecipeRun(
        name, model.Problem.Name, model.Dimension, bits, model.Seed, 0)))).Where(item => !runs.Has(item.Run));
    Parallel.ForEach(all.ToArray(), options, item =>
    {
        var (problem, run) = item;
        var start = Stopwatch.GetTimestamp();
        var model = RecipeMeasurement.FloatModel(problem, run.Dimension, run.Seed);
        var encoder = RecipeMeasurement.Quantize(name, problem, model, run.Bits, run.Seed);
        var part = name.StartsWith(NamedRecipe.Test, StringComparison.Ordinal) ? problem.Test : problem.Validation;
        run = run with
        {
            Relative = name is NamedRecipe.Floor or NamedRecipe.Ends
                ? RecipeMeasurement.RelativeOfRounding(encoder, model, part, name == NamedRecipe.Ends)
                : RecipeMeasurement.Relative(encoder, model, part),
        };
        runs.Add(run);
        Console.WriteLine(string.Create(culture, $"{run} after {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s"));
    });
    RecipePage.Write(runs);
}
