#:project ../src/Bitloom.Interpreter/Bitloom.Interpreter.csproj
#:project ../src/Bitloom.Quantization/Bitloom.Quantization.csproj
#:project ../src/Bitloom.Training/Bitloom.Training.csproj
// Measures how many windows a second the fast evaluator finishes, with each set of instructions that this processor
// has, beside the interpreter and the hardware-exact forward, and compares every output; writes
// results/fast-evaluator.md. Run from anywhere: dotnet run -c Release benchmarks/FastEvaluator.cs
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Bitloom.Interpreter;
using Bitloom.Ir;
using Bitloom.Quantization;
using Bitloom.Training;

const int Windows = 20_000;
const int Repetitions = 15;

var encoder = Trained(new EncoderShape(24, 1, 16, 1, 1, 4, 1, Normalization.Batch));
var graph = PassPipeline.Run(GraphLowering.Lower(encoder, "benchmark"));
var windows = HostQuantizer.Quantize(Series(Windows, 24, seed: 2).Inputs, encoder.Input);
var expected = new int[Windows];
var wrong = 0;
var oracle = Best(1, () => Interpret(graph, windows, expected));

var lines = new List<string>
{
    "# Windows a second in software",
    "",
    $"Made by `dotnet run -c Release benchmarks/FastEvaluator.cs` on {DateTime.UtcNow:yyyy-MM-dd}, {Processor()}, "
        + $"{Environment.ProcessorCount} cores.",
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

var result = Path.Combine(FolderOfThisFile(), "results", "fast-evaluator.md");
File.WriteAllLines(result, lines);
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

static IntegerEncoder Trained(EncoderShape shape)
{
    var training = Series(2000, shape.Window, seed: 1);
    var validation = Series(200, shape.Window, seed: 3);
    var model = Trainer.TrainFloat(shape, training, validation, new TrainingOptions { Epochs = 4 });
    var quantized = Trainer.TrainQuantized(
        model, PrecisionPlan.Uniform(8), training, validation, TrainingOptions.ForQuantized with { Epochs = 2 });
    var integers = EncoderQuantizer.Quantize(quantized.Snapshot(), new QuantizationOptions());
    return integers.Ok ? integers.Value : throw new InvalidOperationException(string.Join('\n', integers.Diagnostics));
}

static TrainingSet Series(int count, int length, int seed)
{
    var random = new Random(seed);
    var inputs = new float[count * length];
    var targets = new float[count];
    for (var window = 0; window < count; window++)
    {
        var (phase, step) = (6.283 * random.NextDouble(), 0.1 + 0.5 * random.NextDouble());
        for (var token = 0; token < length; token++)
            inputs[window * length + token] = (float)(Math.Sin(phase + step * token) + 0.2 * random.NextDouble());
        targets[window] = (float)Math.Sin(phase + step * length);
    }

    return new TrainingSet(inputs, targets, count);
}

static string Processor() =>
    File.ReadLines("/proc/cpuinfo")
        .First(line => line.StartsWith("model name", StringComparison.Ordinal))
        .Split(": ")[1];

static string FolderOfThisFile([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
