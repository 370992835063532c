#:project Bitloom.Benchmarks/Bitloom.Benchmarks.csproj
#:property PublishAot=false
// Trains the encoders of the published rows on sines, compiles each for an XC7S15, plays windows through the translated RTL
// and through the netlist in Verilator, counts cells with Yosys and finds the longest path; writes docs/results-engine.md
// behind each row when all were asked for. What Yosys counts beyond the device is compiled again for 5 % fewer LUTs.
// Names of rows select some: "a" to "f".
// Run from anywhere: dotnet run -c Release benchmarks/EngineResults.cs [-- abcdef]
using System.Diagnostics;
using Bitloom.Benchmarks;
using Bitloom.Engine;
using Bitloom.Hdl;
using Bitloom.Interpreter;
using Bitloom.Ir;
using Bitloom.Pipeline;
using Bitloom.Quantization;
using Bitloom.Toolchain;
using Bitloom.Training;

const int Windows = 32;
const int NetlistWindows = 4;
const int LutsOfDevice = 8000;
PublishedRow[] rows =
[
    new('a', 6, 64, 8, 7, 1, 1, 284705, 12000), new('b', 12, 64, 6, 7, 1, 1, 580757, 15000),
    new('c', 12, 32, 4, 7, 1, 1, 169589, 4800), new('d', 24, 16, 8, 1, 1, 1, 133750, 5300),
    new('e', 24, 64, 4, 7, 1, 1, null, null), new('f', 24, 32, 6, 7, 4, 2, null, null),
];
var budget = new MemoryBudget(MemoryFamily.SevenSeries, BlockUnits: 20, LutMemory: 2400);
var cells = CellFamily.SevenSeries;
var all = args.Length == 0;
var page = new EngineResultsPage(Windows, NetlistWindows);
var options = new ParallelOptions { MaxDegreeOfParallelism = 2 };
await Parallel.ForEachAsync(rows.Where(row => all || args[0].Contains(row.Name)), options, async (row, cancellation) =>
{
    var watch = Stopwatch.StartNew();
    var shape = new EncoderShape(row.N, row.Inputs, row.D, row.Heads, row.Layers, 4, 1, Normalization.Batch);
    var encoder = SineEncoder.Train(shape, row.Bits);
    var graph = PassPipeline.Run(GraphLowering.Lower(encoder, "published"));
    var folder = Directory.CreateTempSubdirectory("bitloom-results-").FullName;
    var yosys = new Yosys(folder);
    var luts = LutsOfDevice;
    var (program, project, translation, synthesis) = await BuildAsync(luts);
    for (var counted = cells.Resources(synthesis.Cells.Value!); counted.Lut > LutsOfDevice;)
    {
        luts = luts * 95 / 100;
        Console.WriteLine($"{row.Name}: {program.Parameters.Shape} takes {counted.Lut} LUTs, again for {luts}");
        page.AddMiss(row, program, counted.Lut);
        (program, project, translation, synthesis) = await BuildAsync(luts);
        counted = cells.Resources(synthesis.Cells.Value!);
    }

    var rtl = new VerilatedSimulation(project, translation, options: Verilator.FewWindows);
    var played = await WrongAsync(graph, encoder, program, rtl, shape, Windows);
    var path = await yosys.FindLongestPathAsync(VerilogTranslation.Top, synthesis.NetlistPath, cells, cancellation)
        ?? throw new InvalidOperationException("no path");
    Console.WriteLine($"{row.Name}: {program.Parameters.Shape}, {played} wrong, {path.Picoseconds} ps after {watch.Elapsed}");
    var netlist = await NetlistSimulation.PrepareAsync(
        project, synthesis.NetlistPath, cells, BuildTools.Installed, cancellation: cancellation);
    var wrong = await WrongAsync(graph, encoder, program, netlist.Value!, shape, NetlistWindows);
    page.Add(row, program, cells.Resources(synthesis.Cells.Value!), path, played, wrong);
    Console.WriteLine($"{row.Name}: {wrong} wrong of the netlist after {watch.Elapsed}");
    Directory.Delete(folder, recursive: true);
    if (all)
        page.Write();

    async Task<(EngineProgram, HdlProject, VerilogTranslation, SynthesisResult)> BuildAsync(int lutBudget)
    {
        var compiled = EngineCompiler.Compile(graph, new EngineOptions(LutBudget: lutBudget, Memories: budget)).Value!;
        var written = HdlProject.Write(
            folder, compiled, MemoryPlanner.Plan(compiled.Parameters, new MemoryKinds(), budget));
        var translated = new VerilogTranslation(written);
        if (await translated.RunAsync(cancellation) is { } fault)
            throw new InvalidOperationException(fault.ToString());
        var request = new SynthesisRequest(VerilogTranslation.Top, [.. translated.Files], cells);
        return (compiled, written, translated, await yosys.SynthesizeAsync(request, cancellation: cancellation));
    }
});
foreach (var line in page.Rows)
    Console.WriteLine(line);
return page.Failures;

// Outputs that are not the interpreter's, and windows with other cycles than predicted.
static async Task<int> WrongAsync(
    IntegerGraph graph, IntegerEncoder encoder, EngineProgram program, VerilatedSimulation simulation,
    EncoderShape shape, int windows)
{
    if (await simulation.BuildAsync() is { Ok: false })
        return -1;
    var series = SineEncoder.Series(windows, shape.Window, seed: 2, shape.Features);
    var inputs = HostQuantizer.Quantize(series.Inputs, encoder.Input);
    var expected = new FastEvaluator(graph).Run(inputs);
    var run = await simulation.RunAsync("played", inputs, expected, null, 1);
    return run.Outputs.Zip(expected).Count(pair => pair.First != pair.Second) + expected.Length - run.Outputs.Length
        + run.Cycles.Count(cycles => cycles != program.Schedule.Cycles) + windows - run.Cycles.Length;
}
