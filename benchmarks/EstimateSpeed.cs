// How many estimates of resources a second one core makes, of compiled engines whose structure is known.
// Run from anywhere: dotnet run -c Release benchmarks/EstimateSpeed.cs
#:project Bitloom.Benchmarks/Bitloom.Benchmarks.csproj
#:property NoWarn=CS7022
using System.Diagnostics;
using System.Globalization;
using Bitloom.Benchmarks;
using Bitloom.Estimation;
using Bitloom.Fuzzing;

const int Engines = 20;
const double Seconds = 3;

EngineStructure[] structures =
[
    .. Enumerable.Range(1, Engines).Select(seed => CalibrationMeasurement.Structure(
        RandomAccelerators.Create(seed, AcceleratorFamily.SevenSeries))),
];
var model = ResourceModelFile.Find(SynthesisFamily.Xc7);
var sum = structures.Sum(structure => (long)model.Estimate(structure).Luts);
var (count, watch) = (0L, Stopwatch.StartNew());
while (watch.Elapsed.TotalSeconds < Seconds)
{
    foreach (var structure in structures)
        sum += model.Estimate(structure).Luts;
    count += structures.Length;
}

var rate = count / watch.Elapsed.TotalSeconds;
string[] lines =
[
    "# Speed of estimates", "",
    BenchmarkResult.Provenance("dotnet run -c Release benchmarks/EstimateSpeed.cs"), "",
    string.Create(CultureInfo.InvariantCulture, $"{rate:#,0} estimates a second on one thread, of {Engines} engines of ")
        + "the 7 series in turn: LUTs, flip-flops, carry, memories and multipliers of an engine whose program is compiled.",
];
Console.WriteLine($"{BenchmarkResult.Write("estimate-speed.md", lines)}: {rate:0} a second ({sum})");
