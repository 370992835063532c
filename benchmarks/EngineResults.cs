#:project Bitloom.Benchmarks/Bitloom.Benchmarks.csproj
#:property PublishAot=false
// Trains the encoders of the published rows on sines, compiles each for an XC7S15, plays windows through the translated RTL
// in Verilator and counts cells with Yosys; prints a table row each. Names of rows select some: "a" to "f".
// Run from anywhere: dotnet run -c Release benchmarks/EngineResults.cs [-- abcdef]
using System.Globalization;
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
(char Name, int N, int D, int Bits, int Inputs, int Heads, int Layers)[] rows =
[
    ('a', 6, 64, 8, 7, 1, 1), ('b', 12, 64, 6, 7, 1, 1), ('c', 12, 32, 4, 7, 1, 1),
    ('d', 24, 16, 8, 1, 1, 1), ('e', 24, 64, 4, 7, 1, 1), ('f', 24, 32, 6, 7, 4, 2),
];
var memories = new MemoryBudget(MemoryFamily.SevenSeries, BlockUnits: 20, LutMemory: 2400);
Console.WriteLine("| (n, d, bits), inputs | T, G, R | cycles | cells: pairs, LUT | LUT | LUT memory | FF | BRAM36 | DSP | wrong |");
Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
var failures = 0;
foreach (var row in rows.Where(row => args.Length == 0 || args[0].Contains(row.Name)))
{
    var shape = new EncoderShape(row.N, row.Inputs, row.D, row.Heads, row.Layers, 4, 1, Normalization.Batch);
    var encoder = SineEncoder.Train(shape, row.Bits);
    var graph = PassPipeline.Run(GraphLowering.Lower(encoder, "published"));
    var program = EngineCompiler.Compile(graph, new EngineOptions(LutBudget: 7600, Memories: memories)).Value!;
    var folder = Directory.CreateTempSubdirectory("bitloom-results-").FullName;
    var plan = MemoryPlanner.Plan(program.Parameters, new MemoryKinds(), memories);
    var project = HdlProject.Write(folder, program, plan);
    var translation = new VerilogTranslation(project);
    var fault = await translation.RunAsync();
    var wrong = fault is null ? await WrongAsync(graph, encoder, program, project, translation, shape) : -1;
    var synthesis = await new Yosys(folder).SynthesizeAsync(
        new SynthesisRequest(VerilogTranslation.Top, [.. translation.Files], CellFamily.SevenSeries));
    var counts = CellFamily.SevenSeries.Resources(synthesis.Cells.Value!);
    var (engine, cells) = (program.Parameters.Shape, program.Parameters.Multipliers);
    failures += wrong == 0 ? 0 : 1;
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| ({row.N}, {row.D}, {row.Bits}), {row.Inputs}; {row.Layers} layer(s), {row.Heads} head(s) "
        + $"| {engine.T}, {engine.G}, {engine.R} | {program.Schedule.Cycles:#,0} "
        + $"| {cells.Pairs} {cells.Kind}, {cells.LutCells(engine)} | {counts.Lut:#,0} | {counts.LutMemory:#,0} "
        + $"| {counts.FlipFlops:#,0} | {counts.BlockRam} | {counts.Dsp} | {wrong} |"));
    Directory.Delete(folder, recursive: true);
}

return failures;

// Outputs that are not the interpreter's, and windows with other cycles than predicted.
static async Task<int> WrongAsync(
    IntegerGraph graph, IntegerEncoder encoder, EngineProgram program, HdlProject project,
    VerilogTranslation translation, EncoderShape shape)
{
    var verilated = new VerilatedSimulation(project, translation);
    if (await verilated.BuildAsync() is { Ok: false })
        return -1;
    var series = SineEncoder.Series(Windows, shape.Window, seed: 2, shape.Features);
    var inputs = HostQuantizer.Quantize(series.Inputs, encoder.Input);
    var expected = new FastEvaluator(graph).Run(inputs);
    var run = await verilated.RunAsync("verilog", inputs, expected);
    return run.Outputs.Zip(expected).Count(pair => pair.First != pair.Second) + expected.Length - run.Outputs.Length
        + run.Cycles.Count(cycles => cycles != program.Schedule.Cycles) + Windows - run.Cycles.Length;
}
