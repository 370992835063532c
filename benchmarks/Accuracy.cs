#:project Bitloom.Benchmarks/Bitloom.Benchmarks.csproj
#:property PublishAot=false
// Trains encoders on public data sets with several seeds, in floating point and at 8, 6, 4 and 3 bits, and compares the
// hardware-exact forward with the float model of the same seed on the test part; adds the runs to results/accuracy.csv and
// writes docs/results-accuracy.md. Runs that the CSV file has are not made again. Words select data sets by their names.
// Run from anywhere: dotnet run -c Release benchmarks/Accuracy.cs [-- seeds [word ...]]
using System.Diagnostics;
using System.Globalization;
using Bitloom.Benchmarks;
using Bitloom.Data;
using Bitloom.Quantization;
using Bitloom.Training;

var seeds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5;
var cases = AccuracyCase.All.Where(item => args.Length < 2 || args[1..].Any(
    word => item.Name.Contains(word, StringComparison.OrdinalIgnoreCase))).ToArray();
var runs = new AccuracyRuns();
foreach (var item in cases)
{
    var data = item.Data.Select(Read).ToArray();
    if (!runs.Has(item.Name, 0))
        runs.Add(Baselines(item, data));
    var open = Enumerable.Range(1, seeds).Select(seed => (ulong)seed).Where(seed => !runs.Has(item.Name, seed));
    Parallel.ForEach(open.ToArray(), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, seed =>
    {
        var start = Stopwatch.GetTimestamp();
        var measured = data.Select(part => Measure(item, part, seed)).ToArray();
        AccuracyRun[] made =
            [.. measured[0].Keys.Select(bits => new AccuracyRun(item.Name, bits, seed, "", measured.Average(one => one[bits])))];
        runs.Add(made);
        var values = string.Join("  ", made.Select(run => FormattableString.Invariant($"{run.Bits}: {run.Value:0.####}")));
        Console.WriteLine(FormattableString.Invariant(
            $"{item.Name} seed {seed}  {values}  after {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s"));
    });
    AccuracyPage.Write(runs);
}

static ITaskData Read(ITaskOptions options)
{
    var data = TaskDataReader.Read(options);
    return data.Ok ? data.Value : throw new InvalidOperationException(string.Join('\n', data.Diagnostics));
}

static IEnumerable<AccuracyRun> Baselines(AccuracyCase item, ITaskData[] data)
{
    // Of several files only what all of them have can be averaged.
    var all = data.Select(part => part.Baselines()).ToArray();
    return all[0].Where(baseline => all.All(one => one.Any(other => other.Name == baseline.Name)))
        .Select((baseline, place) => new AccuracyRun(item.Name, place, 0, baseline.Name,
            all.Average(one => one.First(other => other.Name == baseline.Name).Value)));
}

// The metric by bits, 0 for floating point.
static Dictionary<int, double> Measure(AccuracyCase item, ITaskData data, ulong seed)
{
    var training = Set(data.TrainingWindows);
    var choice = TrainingSet.ForChoice(training, Set(data.ValidationWindows));
    var options = new TrainingOptions
    {
        Epochs = item.Epochs,
        Batch = item.Batch,
        Patience = item.Epochs,
        Seed = seed,
        Threads = 1,
        Loss = data.Task == LearningTask.Classification ? Loss.CrossEntropy : Loss.MeanSquaredError,
    };
    var model = EncoderModel.FromWeights(
        Trainer.TrainFloat(item.Shape(data), training, choice, options).ToWeights());
    var values = new Dictionary<int, double> { [0] = data.Score(part => model.PredictFloat(part.Inputs)) };
    var quantized = options with { Epochs = item.Epochs / 2, LearningRate = TrainingOptions.QuantizedRate(options.Loss) };
    foreach (var bits in AccuracyPage.Widths)
    {
        var encoder = Trainer.TrainQuantized(
            model, PrecisionPlan.Uniform(bits), training, choice, quantized,
            snapshot => Integers(snapshot) is { } integers
                ? options.Loss.Mean(integers.Predict(choice.Inputs), choice.Targets, choice.TargetSize)
                : double.PositiveInfinity);
        values[bits] = Integers(encoder.Snapshot()) is { } chosen
            ? data.Score(part => chosen.Predict(part.Inputs))
            : double.NaN;
    }

    return values;
}

static HardwareExactForward? Integers(QuantizedEncoder encoder) =>
    EncoderQuantizer.Quantize(encoder, new QuantizationOptions()) is { Ok: true } integers
        ? new HardwareExactForward(integers.Value)
        : null;

static TrainingSet Set(WindowedDataset part) => new(part.Inputs, part.Targets, part.Count);
