#:project Bitloom.Benchmarks/Bitloom.Benchmarks.csproj
#:project ../tests/Bitloom.Fuzzing/Bitloom.Fuzzing.csproj
#:property PublishAot=false
// Plays random programs on random engines through every implementation and writes what was found to
// results/random-programs.md; a failing case is shrunk and kept in the folder failures beside it.
// Run from anywhere: dotnet run benchmarks/RandomPrograms.cs [-- FIRST_ENGINE ENGINES PROGRAMS_AN_ENGINE]
using System.Diagnostics;
using System.Globalization;
using Bitloom.Benchmarks;
using Bitloom.Fuzzing;

var numbers = args.Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToArray();
var options = new CampaignOptions(
    numbers.ElementAtOrDefault(0) is > 0 and var first ? first : 1,
    numbers.ElementAtOrDefault(1) is > 0 and var engines ? engines : 64,
    numbers.ElementAtOrDefault(2) is > 0 and var programs ? programs : 100,
    Windows: 4);

// Simulators of random engines are of no use to anyone later.
var cache = Directory.CreateTempSubdirectory("bitloom-simulators-").FullName;
Environment.SetEnvironmentVariable("XDG_CACHE_HOME", cache);
var watch = Stopwatch.StartNew();
var done = 0;
var result = await Campaign.RunAsync(options, (seed, engine) =>
{
    done++;
    var left = watch.Elapsed / done * (options.Engines - done);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"engine {seed}: {engine.Programs} programs, {engine.Refused} refused, {engine.Failures.Length} failures; "
            + $"{done} of {options.Engines}, {left:mm\\:ss} left"));
});
Directory.Delete(cache, recursive: true);

foreach (var failure in result.Failures)
{
    var small = await CaseShrinker.ShrinkAsync(failure, CancellationToken.None);
    var path = Path.Combine(BenchmarkResult.Folder, "failures", small.Case.Graph.Name + ".txt");
    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
    File.WriteAllText(path, ProgramCaseText.Print(small.Case, $"{small.Implementation}: {small.Message}"));
    Console.WriteLine($"{path}: {small.Implementation}: {small.Message}");
}

string[] lines =
[
    "# Random programs",
    "",
    BenchmarkResult.Provenance(
        $"dotnet run benchmarks/RandomPrograms.cs -- {options.FirstEngine} {options.Engines} {options.Programs}")
        + string.Create(CultureInfo.InvariantCulture, $" It took {watch.Elapsed.TotalMinutes:0} minutes."),
    "Graphs of any structure on engines of any shape. The interpreter against the fast evaluator (each set of",
    "instructions) and the engine simulator, every tensor; against the translated RTL in Verilator, every output, at full",
    "speed (cycles as predicted) and with random stalls on both streams.",
    "",
    "| what | number |",
    "|---|---|",
    Row("engines", options.Engines),
    Row("programs played", result.Programs),
    Row("graphs refused by the compiler, with a diagnostic", result.Refused),
    Row("windows, each at full speed and stalled", result.Windows),
    Row("output elements compared, each way", result.Outputs),
    Row("engine cycles at full speed", result.Cycles),
    Row("programs with a difference", result.Failures.Length),
];
BenchmarkResult.Write("random-programs.md", lines);
Console.WriteLine(string.Join('\n', lines));
return result.Failures.IsEmpty ? 0 : 1;

static string Row(string what, long number) =>
    string.Create(CultureInfo.InvariantCulture, $"| {what} | {number:#,0} |");
