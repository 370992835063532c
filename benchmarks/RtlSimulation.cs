#:project Bitloom.Benchmarks/Bitloom.Benchmarks.csproj
#:property PublishAot=false
// Measures how many windows a second the RTL of one accelerator is simulated, in GHDL and as its translation in
// Verilator, one process each, every output compared; writes results/rtl-simulation.md.
// Run from anywhere: dotnet run -c Release benchmarks/RtlSimulation.cs
using System.Diagnostics;
using System.Globalization;
using Bitloom.Benchmarks;
using Bitloom.Engine;
using Bitloom.Hdl;
using Bitloom.Interpreter;
using Bitloom.Ir;
using Bitloom.Pipeline;
using Bitloom.Quantization;

const int Multipliers = 20;
var encoder = SineEncoder.Train(SineEncoder.Published);
var graph = PassPipeline.Run(GraphLowering.Lower(encoder, "benchmark"));
var program = EngineCompiler.Compile(graph, new EngineOptions(MultiplierBudget: Multipliers)).Value!;
var folder = Directory.CreateTempSubdirectory("bitloom-rtl-").FullName;
var project = HdlProject.Write(folder, program, new MemoryKinds());

var lines = new List<string>
{
    "# Windows a second in simulation of the RTL",
    "",
    BenchmarkResult.Provenance("dotnet run -c Release benchmarks/RtlSimulation.cs"),
    string.Create(
        CultureInfo.InvariantCulture,
        $"(24, 16, 8) with one input on the engine {program.Parameters.Shape}: {program.Schedule.Cycles} cycles a "
            + $"window, full speed, one process, the simulator's start included, its build not."),
    "Differences: outputs that are not the interpreter's, and cycles that are not the predicted ones.",
    "",
    "| simulator | build, s | windows | windows a second | cycles a second | differences |",
    "|---|---|---|---|---|---|",
};
var vhdl = new RtlSimulation(project);
var started = Stopwatch.GetTimestamp();
Require((await vhdl.BuildAsync()).Ok, "GHDL");
await AddAsync(
    "VHDL in GHDL", Stopwatch.GetElapsedTime(started), 4,
    (inputs, expected) => vhdl.RunAsync("vhdl", inputs, expected));

started = Stopwatch.GetTimestamp();
var cache = Path.Combine(folder, "simulators");
var translation = new VerilogTranslation(project);
Require(await translation.RunAsync() is null, "the translation");
var verilated = new VerilatedSimulation(project, translation, cacheFolder: cache);
Require((await verilated.BuildAsync())!.Ok, "Verilator");
await AddAsync(
    "translation in Verilator", Stopwatch.GetElapsedTime(started), 4000,
    (inputs, expected) => verilated.RunAsync("verilog", inputs, expected));

Directory.Delete(folder, recursive: true);
Console.WriteLine(BenchmarkResult.Write("rtl-simulation.md", lines));
return lines.Skip(8).All(line => line.EndsWith("| 0 |", StringComparison.Ordinal)) ? 0 : 1;

async Task AddAsync(string name, TimeSpan build, int windows, Func<int[], int[], Task<RtlRun>> play)
{
    var inputs = HostQuantizer.Quantize(SineEncoder.Series(windows, 24, seed: 2).Inputs, encoder.Input);
    var expected = new FastEvaluator(graph).Run(inputs);
    var start = Stopwatch.GetTimestamp();
    var run = await play(inputs, expected);
    var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
    var differences = run.Outputs.Zip(expected).Count(pair => pair.First != pair.Second)
        + (expected.Length - run.Outputs.Length) + run.Cycles.Count(cycles => cycles != program.Schedule.Cycles);
    lines.Add(string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {build.TotalSeconds:0} | {windows} | {windows / seconds:#,0.0} "
            + $"| {windows * program.Schedule.Cycles / seconds:#,0} | {differences} |"));
    Console.WriteLine(lines[^1]);
}

static void Require(bool done, string tool)
{
    if (!done)
        throw new InvalidOperationException($"{tool} failed");
}
