// Synthesizes small engines of many shapes, widths and memory kinds for both families of devices, plays each netlist
// windows against the interpreter and writes what came out to results/netlist-matrix.md.
// Run from anywhere: dotnet run -c Release benchmarks/NetlistMatrix.cs
#:project Bitloom.Benchmarks/Bitloom.Benchmarks.csproj
#:project ../tests/Bitloom.Synthesis.Tests/Bitloom.Synthesis.Tests.csproj
#:property NoWarn=CS7022
using System.Globalization;
using Bitloom.Benchmarks;
using Bitloom.Engine;
using Bitloom.Fuzzing;
using Bitloom.Hdl;
using Bitloom.Interpreter;
using Bitloom.Pipeline;
using Bitloom.Toolchain;

const int Windows = 3;
const int AtOnce = 3;
(int T, int G, int R, int Bits, int Heads, string Memories)[] cases =
[
    (1, 1, 1, 8, 1, "auto"), (2, 1, 1, 4, 1, "block"), (2, 2, 1, 8, 1, "block"), (2, 2, 2, 6, 2, "auto"),
    (3, 1, 1, 5, 1, "distributed"), (3, 3, 1, 8, 1, "auto"), (4, 2, 1, 4, 2, "block"),
    (4, 2, 2, 3, 1, "distributed"), (4, 4, 1, 6, 1, "auto"), (6, 2, 1, 2, 2, "block"),
];
var lines = new List<string>
{
    "# Netlists against the interpreter",
    "",
    BenchmarkResult.Provenance("dotnet run -c Release benchmarks/NetlistMatrix.cs"),
    $"Each netlist plays {Windows} windows at full speed and {Windows} with random stalls, from other random register "
        + "contents.",
    "Cycles: of a window at full speed, those predicted. Blocks: of 36 kbit (xc7) or 4 kbit (ice40).",
    "",
    "| engine | bits | heads | memories | family | LUT | FF | blocks | DSP | cycles | beats compared | differences |",
    "|---|---|---|---|---|---|---|---|---|---|---|---|",
};
var failures = 0;
var netlists = new[] { CellFamily.SevenSeries, CellFamily.Ice40 }
    .SelectMany(family => cases.Select(item => (Item: item, Family: family))).ToArray();
var rows = new string[netlists.Length];
var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce };
await Parallel.ForAsync(0, netlists.Length, options, async (index, _) =>
{
    rows[index] = await RowAsync(netlists[index].Item, netlists[index].Family);
    Console.WriteLine(rows[index]);
});
lines.AddRange(rows);

var result = BenchmarkResult.Write("netlist-matrix.md", lines);
Console.WriteLine($"{result}: {failures} netlists failed");
return failures == 0 ? 0 : 1;

async Task<string> RowAsync(
    (int T, int G, int R, int Bits, int Heads, string Memories) item, CellFamily family)
{
    var folder = Directory.CreateTempSubdirectory("bitloom-netlist-").FullName;
    var graph = RandomGraphs.Create(10 * item.T + item.Bits, new RandomGraphOptions
    {
        Window = 3,
        Features = 2,
        Heads = item.Heads,
        HeadDimension = 4 / item.Heads,
        HiddenDimension = 6,
        Layers = 1,
        Outputs = 2,
        MinimumBits = item.Bits,
        MaximumBits = item.Bits,
        Residuals = true,
        MultiplierBits = 16,
        ExponentialBits = 8,
    });
    var program = EngineCompiler.Compile(graph, EngineOptions.Pinned(new(item.T, item.G, item.R))).Value!;
    var project = HdlProject.Write(folder, program, Kinds(item.Memories));
    var head = $"| T={item.T} G={item.G} R={item.R} | {item.Bits} | {item.Heads} | {item.Memories} | {family.Name} ";
    var translation = new VerilogTranslation(project);
    var fault = await translation.RunAsync();
    var yosys = new Yosys(folder);
    var synthesis = await yosys.SynthesizeAsync(
        new SynthesisRequest(VerilogTranslation.Top, [.. translation.Files], family));
    if (fault is not null || !synthesis.Cells.Ok)
        return Failed(head, "not synthesized");
    var simulation = await NetlistSimulation.PrepareAsync(
        project, synthesis.NetlistPath, family, BuildTools.Installed);
    if (!simulation.Ok || await simulation.Value.BuildAsync() is { Ok: false })
        return Failed(head, "not simulated");
    var inputs = Enumerable.Range(0, Windows).Select(window => RandomGraphs.Input(graph, window)).ToArray();
    int[] raw = [.. inputs.SelectMany(input => input)];
    int[] expected = [.. inputs.SelectMany(input => GraphInterpreter.Run(graph, input).Output)];
    var full = await simulation.Value.RunAsync("full", raw, expected, null, 1);
    var stalled = await simulation.Value.RunAsync("stalled", raw, expected, 5, 2);
    Directory.Delete(folder, recursive: true);
    var wrong = full.Cycles.Count(cycles => cycles != program.Schedule.Cycles);
    if (!full.Ok || !stalled.Ok || wrong > 0)
        return Failed(head, full.Failure ?? stalled.Failure ?? $"{wrong} windows with other cycles");
    var counts = family.Resources(synthesis.Cells.Value!);
    return head + string.Create(CultureInfo.InvariantCulture,
        $"| {counts.Lut} | {counts.FlipFlops} | {counts.BlockRam} | {counts.Dsp} | {program.Schedule.Cycles} "
        + $"| {full.Beats + stalled.Beats} | 0 |");
}

string Failed(string head, string why)
{
    Interlocked.Increment(ref failures);
    return head + $"| | | | | | | {why} |";
}

static MemoryKinds Kinds(string name) => name switch
{
    "block" => new(MemoryKind.Block, MemoryKind.Block, MemoryKind.Block, MemoryKind.Block),
    "distributed" => new(
        MemoryKind.Distributed, MemoryKind.Distributed, MemoryKind.Distributed, MemoryKind.Distributed),
    _ => new(),
};
