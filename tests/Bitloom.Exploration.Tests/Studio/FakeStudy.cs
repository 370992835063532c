using System.Collections.Immutable;
using System.Globalization;
using Bitloom.Projects;
using Bitloom.Training;

namespace Bitloom.Exploration.Tests.Studio;

/// <summary>A study of one encoder block on a small FPGA, with numbers that could be true.</summary>
internal static class FakeStudy
{
    public const int Trials = 60;

    private static readonly ImmutableArray<string> Tensors =
        [.. TensorNames.Activations(1), .. TensorNames.WeightMatrices(1), TensorNames.Positions];

    public static StudyDefinition Definition { get; } = new(
        "air-quality-front", "air-quality", "xc7s15", [Measure.Error, Measure.Energy],
        ["model.dimension", "model.heads", "engine.lanes", "training.learningRate", "model.normalization"], Trials, "");

    /// <summary>So many trials with results, then three that run and two that wait.</summary>
    public static ImmutableArray<Trial> Begun(int finished) =>
    [
        .. Enumerable.Range(0, finished).Select(Finished),
        .. Enumerable.Range(finished, Math.Max(0, Math.Min(3, Trials - finished))).Select(number =>
            Proposed(number, TrialState.Running, string.Create(CultureInfo.InvariantCulture, $"host-{number % 3}"))),
        .. Enumerable.Range(finished + 3, Math.Max(0, Math.Min(2, Trials - finished - 3))).Select(number =>
            Proposed(number, TrialState.Waiting, worker: null)),
    ];

    /// <summary>A trial with three points; one in fifteen fails.</summary>
    public static Trial Finished(int number)
    {
        var trial = Proposed(number, TrialState.Finished, "host-0");
        var random = new Random(number);
        var points = Enumerable.Range(0, 3).Select(index => Point(trial, index, random));
        var result = number % 15 == 11
            ? new TrialResult([], 12, 40, "the loss is not a number after epoch 12")
            : new TrialResult([.. points], 60, 180 + number);
        return trial with { Result = result };
    }

    private static Trial Proposed(int number, TrialState state, string? worker)
    {
        var random = new Random(1000 + number);
        var settings = ImmutableSortedDictionary.CreateRange<string, string>(StringComparer.Ordinal,
        [
            new("model.dimension", Of(random, "8", "16", "24", "32")),
            new("model.heads", Of(random, "1", "2", "4")),
            new("engine.lanes", Of(random, "4", "8", "16")),
            new("training.learningRate", Number(0.0005 * Math.Pow(20, random.NextDouble()))),
            new("model.normalization", Of(random, "batch", "layer", "none")),
        ]);
        return new(number, number / 8, settings, state, worker);
    }

    private static TrialPoint Point(Trial trial, int index, Random random)
    {
        var dimension = int.Parse(trial.Settings["model.dimension"], CultureInfo.InvariantCulture);
        var lanes = int.Parse(trial.Settings["engine.lanes"], CultureInfo.InvariantCulture);
        var bits = Tensors.ToImmutableSortedDictionary(
            name => name, _ => Math.Clamp(7 - 2 * index + random.Next(-2, 3), 2, 8), StringComparer.Ordinal);
        var mean = bits.Values.Average();
        var luts = 900 + 14 * lanes * mean + 20 * dimension + random.Next(300);
        var latency = 0.02 * dimension * dimension / lanes + 0.05 * random.NextDouble() + 0.05;
        var power = 42 + luts / 120;
        var measures = ImmutableSortedDictionary.CreateRange<Measure, double>(
        [
            new(Measure.Error, 0.28 + 1.1 / dimension + 1.4 * Math.Pow(2, -mean) + 0.05 * random.NextDouble()),
            new(Measure.Energy, power * latency / 1000), new(Measure.Latency, latency), new(Measure.Power, power),
            new(Measure.Luts, Math.Floor(luts)), new(Measure.Blocks, Math.Ceiling(dimension * mean / 24)),
        ]);
        return new(measures, bits, SettingsOf(bits), luts > 2600 ? (luts - 2600) / 2600 : 0, CheckOf(trial, index));
    }

    private static ImmutableSortedDictionary<string, string> SettingsOf(ImmutableSortedDictionary<string, int> bits) =>
        bits.ToImmutableSortedDictionary(
            pair => $"quantization.tensors.{pair.Key}",
            pair => pair.Value.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);

    private static PointVerification? CheckOf(Trial trial, int index) => (trial.Number % 3, index) switch
    {
        (0, _) => new(
            128, 0, string.Create(CultureInfo.InvariantCulture, $"trials/{trial.Number}/{index}/report.html")),
        (1, 1) when trial.Number % 4 == 0 => new(128, 7, Report: null),
        _ => null,
    };

    private static string Number(double value) => value.ToString("G3", CultureInfo.InvariantCulture);

    private static string Of(Random random, params string[] values) => values[random.Next(values.Length)];
}
