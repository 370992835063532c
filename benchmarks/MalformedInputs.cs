#:project Bitloom.Benchmarks/Bitloom.Benchmarks.csproj
#:project ../tests/Bitloom.Fuzzing/Bitloom.Fuzzing.csproj
#:property PublishAot=false
// Reads mutated project files and CSV files and writes what was found to results/malformed-inputs.md.
// Run from anywhere: dotnet run -c Release benchmarks/MalformedInputs.cs [-- FILES]
using System.Diagnostics;
using System.Globalization;
using Bitloom.Benchmarks;
using Bitloom.Fuzzing;

const int Piece = 5000;
var files = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
var start = Stopwatch.GetTimestamp();
var results = Enumerable.Range(0, files / Piece).AsParallel().Select(piece =>
{
    var folder = Directory.CreateTempSubdirectory("bitloom-malformed-").FullName;
    try
    {
        return InputCampaign.Run(1 + piece * Piece, Piece, folder);
    }
    finally
    {
        Directory.Delete(folder, recursive: true);
    }
}).ToArray();
string[] failures = [.. results.SelectMany(result => result.Failures)];
Console.WriteLine(string.Join('\n', failures.Take(20)));
BenchmarkResult.Write("malformed-inputs.md",
[
    "# Malformed inputs",
    "",
    BenchmarkResult.Provenance("dotnet run -c Release benchmarks/MalformedInputs.cs"),
    "A valid project file, and valid CSV files, with one to four changes: bytes changed, cut, repeated, put in. Each is read as "
        + "the commands read it, and must give a result or findings.",
    "",
    "| | |",
    "|---|---|",
    string.Create(CultureInfo.InvariantCulture, $"| files | {results.Sum(result => result.Files):#,0} |"),
    string.Create(CultureInfo.InvariantCulture, $"| still usable | {results.Sum(result => result.Accepted):#,0} |"),
    string.Create(CultureInfo.InvariantCulture, $"| exceptions, or no result and no finding | {failures.Length} |"),
    string.Create(CultureInfo.InvariantCulture,
        $"| longest time for one file, ms | {results.Max(result => result.Slowest).TotalMilliseconds:0} |"),
    string.Create(CultureInfo.InvariantCulture,
        $"| most memory allocated for one file, MiB | {results.Max(result => result.MostBytes) / 1048576.0:0.0} |"),
    string.Create(CultureInfo.InvariantCulture, $"| seconds | {Stopwatch.GetElapsedTime(start).TotalSeconds:0} |"),
]);
return failures.Length == 0 ? 0 : 1;
