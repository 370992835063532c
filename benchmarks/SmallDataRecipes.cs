#:project Bitloom.Benchmarks/Bitloom.Benchmarks.csproj
#:property PublishAot=false
// Quantizes encoders that classify small sets by recipes and ways to choose an epoch, and compares each with the float
// model of the same seed. Only the training files are read: each seed divides one into parts of its own. Writes
// results/small-data-recipes.md.
// Run from anywhere: dotnet run -c Release benchmarks/SmallDataRecipes.cs [-- seeds]
using System.Globalization;
using Bitloom.Benchmarks;

var seeds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 6;
string[] names = ["GunPoint", "ECG200", "ItalyPowerDemand", "BasicMotions"];
(string Recipe, EpochChoice Choice)[] recipes =
[
    ("log lr=1e-2", EpochChoice.Validation),
    ("log lr=1e-2 distil=0.5", EpochChoice.Validation),
    ("log lr=1e-2 distil=0.5 speed=0.3", EpochChoice.Validation),
    ("log lr=1e-2 distil=0.5 speed=0.3", EpochChoice.Joined),
    ("log lr=5e-3 distil=0.5 speed=0.3", EpochChoice.Validation),
    ("log lr=5e-3 distil=0.5 speed=0.3", EpochChoice.Joined),
    ("log lr=5e-3 distil=0.5 speed=0.3", EpochChoice.Last),
    ("log lr=3e-3 distil=0.5 speed=0.3", EpochChoice.Joined),
];
var points = new List<SmallDataPoint>();
foreach (var item in names.Select(name => AccuracyCase.All.First(known => known.Name == name)))
{
    Parallel.For(1, seeds + 1, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, seed =>
    {
        var problem = SmallDataProblem.Read(item, seed);
        foreach (var (recipe, choice) in recipes)
        {
            foreach (var bits in SmallDataPage.Widths)
            {
                var point = new SmallDataPoint(item.Name, recipe, choice, bits, problem.Worse(recipe, choice, bits));
                lock (points)
                    points.Add(point);
            }
        }
    });
    Console.WriteLine(item.Name);
}

SmallDataPage.Write(points, seeds);
