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
// Ranges learn in two thirds of the epochs; the first four warm up.
const int Epochs = 15, FirstMeasured = 5, EpochsARound = 4;
const int Product = 1024;
const string Ours = "Bitloom", Fastest = "fastest", Plain = "by itself";

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
var peers = new Dictionary<(string Who, int Threads), TrainingPeer>();
foreach (var threads in threadCounts)
{
    peers.Add((Fastest, threads), new TrainingPeer(threads, exchange, kernel));
    peers.Add((Plain, threads), new TrainingPeer(threads, exchange, null));
}

var difference = peers[(Fastest, 1)].Ask("predict");
var times = new Dictionary<(string Work, int Threads, string Who), List<double>>();
foreach (var peer in peers.Values)
    peer.Ask("quantized 2");
for (var round = 0; round < Rounds; round++)
    foreach (var threads in threadCounts)
        Round(round, threads);
foreach (var peer in peers.Values)
    peer.Dispose();
File.Delete(exchange);
Console.WriteLine(BenchmarkResult.Write("training-speed.md", Page()));

void Round(int round, int threads)
{
    Train("quantized", threads, Quantized);
    Ask(Fastest, "quantized", threads);
    Ask(Plain, "quantized", threads);
    Train("float", threads, Float);
    Ask(Fastest, "float", threads);
    Add("product", threads, Ours, [OurProduct(threads)]);
    Add("product", threads, Fastest, [peers[(Fastest, threads)].Ask(Invariant($"product {Product}"))[0]]);
    Console.WriteLine(Invariant($"round {round + 1} of {Rounds}, {threads} threads: ")
        + Invariant($"{Ratio("quantized", threads, Fastest):0.0} times faster so far"));
}

void Train(string work, int threads, Action<TrainingOptions, IProgress<EpochResult>> train)
{
    var epochs = new EpochTimes();
    train(options with { Threads = threads }, epochs);
    Add(work, threads, Ours, epochs.Seconds[FirstMeasured..(FirstMeasured + EpochsARound)]);
}

void Ask(string who, string work, int threads) =>
    Add(work, threads, who, peers[(who, threads)].Ask(Invariant($"{work} {EpochsARound}")));

void Add(string work, int threads, string who, IEnumerable<double> measured)
{
    if (!times.TryGetValue((work, threads, who), out var list))
        times.Add((work, threads, who), list = []);
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

double Median(string work, int threads, string who) => Middle(times[(work, threads, who)]);

static double Middle(IEnumerable<double> values)
{
    double[] sorted = [.. values.Order()];
    return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}

double Ratio(string work, int threads, string who) => Median(work, threads, who) / Median(work, threads, Ours);

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
    Invariant($"The encoder has n = 12, m = 7, d = 32, one head, one block with a hidden width of 128, one output; ")
        + Invariant($"{Windows} windows of noisy sines in batches of 252 (256 at most, all of one size)."),
    "",
    "| an epoch | threads | Bitloom, ms | OpenBLAS | PyTorch, ms | times faster | best and worst round |",
    "|---|---|---|---|---|---|---|",
    .. threadCounts.Select(threads => Row("quantized", threads, Fastest)),
    .. threadCounts.Select(threads => Row("quantized", threads, Plain)),
    .. threadCounts.Select(threads => Row("float", threads, Fastest)),
    "",
    "| | threads | Bitloom | PyTorch |",
    "|---|---|---|---|",
    .. threadCounts.Select(threads => Invariant($"| 10^9 multiply-adds a second, {Product} x {Product} | {threads} ")
        + Invariant($"| {Median("product", threads, Ours) / 1e9:0.0} ")
        + Invariant($"| {Median("product", threads, Fastest) / 1e9:0.0} |")),
    .. threadCounts.Select(threads => Invariant($"| share of that product of OpenBLAS in the epoch | {threads} ")
        + Invariant($"| {Share(threads, Ours):0} % | {Share(threads, Fastest):0} % |")),
    .. threadCounts.Skip(1).Select(threads => Invariant($"| speed-up of the quantized epoch | {threads} ")
        + Invariant($"| {SpeedUp(Ours, threads):0.00} | {SpeedUp(Fastest, threads):0.00} |")),
    "",
    Invariant($"Medians of {Rounds} rounds of {EpochsARound} epochs; in each round all take turns, as the machine may ")
        + "be shared. Best and worst round: ratios of the medians of one round.",
    Invariant($"Share: {ProductsAnEpoch() / 1e9:0.00} x 10^9 multiply-adds of the epoch's matrix products, over its ")
        + "time, to the rate of OpenBLAS's product on as many threads.",
    "",
    Invariant($"**Quantized**: {Bits} bits everywhere. Both round the same tensors and weight matrices, with a ")
        + "learned scale a tensor or an output channel, and learned zero points where ours has them. "
        + "Normalization is folded to a learned scale and shift a channel, as our quantized phase has it. "
        + "Mean squared error, clipping, Adam.",
    "**Float**: normalization by the statistics of the batch, the rest the same without rounding.",
    "**The peer** begins with our weights and scales. " + Invariant(
        $"Its first predictions differ from ours by {difference[1]:0.####} (root mean square), at most ")
        + Invariant($"{difference[0]:0.####}. ")
        + "It uses its own operators: `_fake_quantize_learnable_per_tensor_affine`, "
        + "`_fake_quantize_learnable_per_channel_affine`, `fake_quantize_per_tensor_affine` for the probabilities, "
        + "`bmm`, `batch_norm`, Adam with `foreach`.",
    "What differs: its softmax is exact, ours takes exponentials from the hardware's table; it rounds half to even; it "
        + "learns the scale where we learn the scale's logarithm.",
    $"**OpenBLAS** runs with {(kernel is null ? "the kernels of its own choice" : $"OPENBLAS_CORETYPE={kernel}")}, the "
        + "fastest that multiplied rightly, and once more by itself, with its own choice. "
        + "OMP_WAIT_POLICY is PASSIVE: spinning threads lose most on a shared machine.",
];

string Row(string work, int threads, string who)
{
    var ratios = times[(work, threads, who)].Chunk(EpochsARound)
        .Zip(times[(work, threads, Ours)].Chunk(EpochsARound), (peer, ours) => Middle(peer) / Middle(ours)).ToArray();
    return Invariant($"| {work} | {threads} | {1e3 * Median(work, threads, Ours):0.0} | {who} ")
        + Invariant($"| {1e3 * Median(work, threads, who):0} | {Ratio(work, threads, who):0.0} ")
        + Invariant($"| {ratios.Max():0.0}, {ratios.Min():0.0} |");
}

double Share(int threads, string who) =>
    100 * ProductsAnEpoch() / Median("quantized", threads, who) / Median("product", threads, Fastest);

double SpeedUp(string who, int threads) => Median("quantized", 1, who) / Median("quantized", threads, who);

static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
