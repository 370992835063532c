#:project Bitloom.Benchmarks/Bitloom.Benchmarks.csproj
// Measures how many windows a second the fast evaluator finishes, with each set of instructions that this processor
// has, beside the interpreter and the hardware-exact forward, and compares every output; writes
// results/fast-evaluator.md. Run from anywhere: dotnet run -c Release benchmarks/FastEvaluator.cs
using System.Diagnostics;
using System.Globalization;
using Bitloom.Benchmarks;
using Bitloom.Interpreter;
using Bitloom.Ir;
using Bitloom.Quantization;

const int Windows = 20_000;
const int Repetitions = 15;

var encoder = SineEncoder.Train(SineEncoder.Published);
var graph = PassPipeline.Run(GraphLowering.Lower(encoder, "benchmark"));
var windows = HostQuantizer.Quantize(SineEncoder.Series(Windows, 24, seed: 2).Inputs, encoder.Input);
var expected = new int[Windows];
var wrong = 0;
var oracle = Best(1, () => Interpret(graph, windows, expected));

var lines = new List<string>
{
    "# Windows a second in software",
    "",
    BenchmarkResult.Provenance("dotnet run -c Release benchmarks/FastEvaluator.cs"),
    "The encoder has n = 24, m = 1, d = 16, one head, one block with a hidden width of 64, one output, and 8 bits "
        + "everywhere; its weights are trained for a few epochs.",
    string.Create(CultureInfo.InvariantCulture,
        $"{Windows} windows a run. The machine may be shared: the fast evaluator's numbers are the best of ")
        + string.Create(CultureInfo.InvariantCulture, $"{Repetitions} runs, the forward's of 3."),
    "Differences: outputs that are not the interpreter's.",
    "",
    "| evaluator | instructions | threads | windows a second | to the interpreter | differences |",
    "|---|---|---|---|---|---|",
};
Add("integer graph interpreter", "scalar", 1, oracle, 0);
var forward = new HardwareExactForward(encoder);
int[] outputs = [];
var forwardTime = Best(3, () => outputs = forward.Run(windows));
Add("hardware-exact forward", "vectors of double", 1, forwardTime, Differences(outputs));
foreach (var path in FastEvaluator.SupportedPaths)
{
    var evaluator = new FastEvaluator(graph, path);
    foreach (var threads in (int[])[1, Environment.ProcessorCount])
    {
        var time = Best(Repetitions, () => outputs = evaluator.Run(windows, threads));
        Add("fast evaluator", evaluator.InstructionSet, threads, time, Differences(outputs));
    }
}

var result = BenchmarkResult.Write("fast-evaluator.md", lines);
Console.WriteLine($"{result}: {wrong} differences");
return wrong == 0 ? 0 : 1;

void Add(string name, string instructions, int threads, TimeSpan time, int differences)
{
    var rate = Windows / time.TotalSeconds;
    var ratio = oracle.TotalSeconds / time.TotalSeconds;
    var line = string.Create(CultureInfo.InvariantCulture,
        $"| {name} | {instructions} | {threads} | {rate:N0} | {ratio:0} | {differences} |");
    Console.WriteLine(line);
    lines.Add(line);
    wrong += differences;
}

int Differences(int[] found) => found.Zip(expected).Count(pair => pair.First != pair.Second);

static void Interpret(IntegerGraph graph, int[] windows, int[] outputs)
{
    var size = graph.InputTensor.Count;
    for (var window = 0; window < outputs.Length; window++)
        outputs[window] = GraphInterpreter.Run(graph, windows.AsSpan(window * size, size)).Output[0];
}

static TimeSpan Best(int repetitions, Action run)
{
    var best = TimeSpan.MaxValue;
    for (var repetition = 0; repetition < repetitions; repetition++)
    {
        var start = Stopwatch.GetTimestamp();
        run();
        var time = Stopwatch.GetElapsedTime(start);
        best = time < best ? time : best;
    }

    return best;
}
