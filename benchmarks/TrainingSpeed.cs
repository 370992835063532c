#:project Bitloom.Benchmarks/Bitloom.Benchmarks.csproj
// Measures an epoch of quantization-aware training, and one of training in floats, beside the same computations in
// PyTorch (peers/training_speed.py; Debian's python3-torch and libopenblas0-pthread), taking turns; writes
// results/training-speed.md. Run from anywhere: dotnet run -c Release benchmarks/TrainingSpeed.cs
using System.Diagnostics;
using System.Globalization;
using Bitloom.Benchmarks;
using Bitloom.Tensors;
using Bitloom.Training;

const int Windows = 6_048;
const int Bits = 4;
const int Rounds = 5;
// Ranges learn in two thirds of the epochs; the first two warm up.
const int Epochs = 9, FirstMeasured = 3, LastMeasured = 6;
const int Product = 1024;

var shape = new EncoderShape(12, 7, 32, 1, 1, 4, 1, Normalization.Batch);
var training = SineEncoder.Series(Windows, shape.Window, seed: 1, shape.Features);
var validation = SineEncoder.Series(1, shape.Window, seed: 3, shape.Features);
var options = TrainingOptions.ForQuantized with { Epochs = Epochs, Batch = 256, Patience = Epochs };
var model = Trainer.TrainFloat(shape, training, validation, options);
var exchange = Path.GetTempFileName();
TrainingExchange.Write(
    exchange, FakeQuantizedEncoder.Calibrate(model, PrecisionPlan.Uniform(Bits), training), training);

int[] threadCounts = Environment.ProcessorCount > 1 ? [1, 2] : [1];
var kernel = TrainingPeer.FastestKernel();
var peers = threadCounts.ToDictionary(threads => threads, threads => new TrainingPeer(threads, exchange, kernel));
var difference = peers[1].Ask("predict");
var times = new Dictionary<(string Work, int Threads, bool Ours), List<double>>();
foreach (var peer in peers.Values)
    peer.Ask("quantized 2");
for (var round = 0; round < Rounds; round++)
    foreach (var threads in threadCounts)
    {
        Measure("quantized", threads, Quantized);
        Measure("float", threads, Float);
        Add("product", threads, ours: true, [OurProduct(threads)]);
        Add("product", threads, ours: false, [peers[threads].Ask(Invariant($"product {Product}"))[0]]);
        Console.WriteLine(Invariant($"round {round + 1} of {Rounds}, {threads} threads: {Ratio("quantized", threads):0.0}"));
    }

foreach (var peer in peers.Values)
    peer.Dispose();
File.Delete(exchange);
Console.WriteLine(BenchmarkResult.Write("training-speed.md", Page()));

void Measure(string work, int threads, Action<TrainingOptions, IProgress<EpochResult>> train)
{
    var epochs = new EpochTimes();
    train(options with { Threads = threads }, epochs);
    Add(work, threads, ours: true, epochs.Seconds[FirstMeasured..(LastMeasured + 1)]);
    Add(work, threads, ours: false, peers[threads].Ask(Invariant($"{work} {LastMeasured - FirstMeasured + 1}")));
}

void Add(string work, int threads, bool ours, IEnumerable<double> measured)
{
    if (!times.TryGetValue((work, threads, ours), out var list))
        times.Add((work, threads, ours), list = []);
    list.AddRange(measured);
}

void Quantized(TrainingOptions with, IProgress<EpochResult> progress) =>
    Trainer.TrainQuantized(model, PrecisionPlan.Uniform(Bits), training, validation, with, progress: progress);

void Float(TrainingOptions with, IProgress<EpochResult> progress) =>
    Trainer.TrainFloat(shape, training, validation, with, progress);

// Each thread multiplies its part of the rows.
static double OurProduct(int threads)
{
    var random = new Random(1);
    float[] Values(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
    var weight = FloatTensor.Constant(TensorShape.Matrix(Product, Product), Values(Product * Product));
    var bias = FloatTensor.Constant(TensorShape.Row(Product), new float[Product]);
    var rows = FloatTensor.Constant(
        TensorShape.Matrix(Product / threads, Product), Values(Product / threads * Product));
    var tapes = Enumerable.Range(0, threads).Select(_ => new Tape { Recording = false }).ToArray();
    var best = TimeSpan.MaxValue;
    for (var repetition = 0; repetition < 8; repetition++)
    {
        var start = Stopwatch.GetTimestamp();
        Parallel.ForEach(tapes, tape => tape.Dense(rows, weight, bias));
        var time = Stopwatch.GetElapsedTime(start);
        best = time < best ? time : best;
        foreach (var tape in tapes)
            tape.Reset();
    }

    return Math.Pow(Product, 3) / best.TotalSeconds;
}

double Median(string work, int threads, bool ours)
{
    double[] sorted = [.. times[(work, threads, ours)].Order()];
    return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}

double Ratio(string work, int threads) => Median(work, threads, false) / Median(work, threads, true);

// Forward, and twice as much backward, but for the gradient of the windows themselves.
long ProductsAnEpoch()
{
    var (n, m, d, hidden) = (shape.Window, shape.Features, shape.Dimension, shape.HiddenDimension);
    long embedding = n * m * d, others = n * (4L * d * d + 2L * d * hidden) + 2L * n * n * d + d;
    return Windows * (2 * embedding + 3 * others);
}

IEnumerable<string> Page() =>
[
    "# Speed of training",
    "",
    BenchmarkResult.Provenance("dotnet run -c Release benchmarks/TrainingSpeed.cs"),
    Invariant($"The encoder has n = 12, m = 7, d = 32, one head, one block with a hidden width of 128, one output; {Windows} ")
        + "windows of noisy sines in batches of 252 (256 at most, all of one size).",
    "",
    "| an epoch | threads | Bitloom, ms | PyTorch, ms | times faster | best and worst round |",
    "|---|---|---|---|---|---|",
    .. from work in (string[])["quantized", "float"] from threads in threadCounts select Row(work, threads),
    "",
    "| | threads | Bitloom | OpenBLAS |",
    "|---|---|---|---|",
    .. threadCounts.Select(threads => Invariant(
        $"| 10^9 multiply-adds a second of a {Product} x {Product} product | {threads} ")
        + Invariant($"| {Median("product", threads, true) / 1e9:0.0} | {Median("product", threads, false) / 1e9:0.0} |")),
    .. threadCounts.Select(threads => Invariant($"| share of OpenBLAS's product in the quantized epoch | {threads} ")
        + Invariant($"| {Share(threads, true):P0} | {Share(threads, false):P0} |")),
    .. threadCounts.Skip(1).Select(threads => Invariant($"| speed-up of the quantized epoch | {threads} ")
        + Invariant($"| {SpeedUp(true, threads):0.00} | {SpeedUp(false, threads):0.00} |")),
    "",
    Invariant($"Medians of {Rounds} rounds of {LastMeasured - FirstMeasured + 1} epochs; in each round the two take turns. ")
        + "The machine may be shared. Best and worst round: the ratio of the medians of one round.",
    Invariant($"Share: {ProductsAnEpoch() / 1e9:0.00} x 10^9 multiply-adds of the epoch's matrix products, over its time, ")
        + "to the rate of OpenBLAS's product on as many threads. The rest of the time is rounding, gradients of scales, softmax, Adam.",
    "",
    "**Quantized**: 4 bits everywhere. Both round the same 15 tensors and 8 weight matrices, with a learned scale a tensor or an output "
        + "channel and learned zero points where ours has them; normalization is folded to a learned scale and shift a "
        + "channel; mean squared error, gradient clipping, Adam.",
    "**Float**: batch normalization by the statistics of the batch, the rest the same without rounding.",
    "**The peer** begins with our weights and scales. " + Invariant(
        $"Its first predictions differ from ours by at most {difference[0]:0.####}, root mean square {difference[1]:0.####}. ")
        + "It uses its own operators: `_fake_quantize_learnable_per_tensor_affine`, "
        + "`_fake_quantize_learnable_per_channel_affine`, `fake_quantize_per_tensor_affine` (probabilities), `bmm`, "
        + "`batch_norm`, Adam with `foreach`.",
    "What differs: its softmax is exact, ours takes exponentials from the hardware's table; it rounds half to even; it learns the scale "
        + "where we learn the scale's logarithm.",
    $"OpenBLAS ran with {(kernel is null ? "the kernels of its own choice" : $"OPENBLAS_CORETYPE={kernel}")}, the fastest "
        + "that multiplied rightly.",
];

string Row(string work, int threads)
{
    var perRound = LastMeasured - FirstMeasured + 1;
    var ratios = times[(work, threads, false)].Chunk(perRound).Zip(
        times[(work, threads, true)].Chunk(perRound), (peer, ours) => peer.Order().ElementAt(perRound / 2) / ours.Order().ElementAt(perRound / 2));
    return Invariant($"| {work} | {threads} | {1e3 * Median(work, threads, true):0.0} | {1e3 * Median(work, threads, false):0} ")
        + Invariant($"| {Ratio(work, threads):0.0} | {ratios.Max():0.0}, {ratios.Min():0.0} |");
}

double Share(int threads, bool ours) =>
    ProductsAnEpoch() / Median("quantized", threads, ours) / Median("product", threads, false);

double SpeedUp(bool ours, int threads) => Median("quantized", 1, ours) / Median("quantized", threads, ours);

static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
