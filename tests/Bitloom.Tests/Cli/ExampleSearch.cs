using System.Collections.Immutable;
using Bitloom.Exploration;
using Bitloom.Pipeline;
using Bitloom.Projects;
using Bitloom.Tests.Projects;

namespace Bitloom.Tests.Cli;

/// <summary>What searches may come to.</summary>
internal static class ExampleSearch
{
    private static readonly TrialPoint Wide = Point(0.1234, 0.02, 4, 8) with { TestScore = 1.5 };

    private static readonly TrialPoint Narrow = Point(0.2, 0.01, 4, 4);

    /// <summary>Two assignments trained, and a faster engine.</summary>
    public static FitResult Fit { get; } = new(
        BuildOutcome.Verified, [], ProjectReaderTests.Read(ProjectReaderTests.Least).Value, [Wide, Narrow],
        [new("T=6 G=3 R=1", 0.0625, Narrow.Measures, Narrow.Bits)], "out/fit/settings.yaml");

    /// <summary>Two trials with a point each, of which one was simulated.</summary>
    public static ExploreResult Explored { get; } = new(
        BuildOutcome.Verified, [],
        new("pump", "pump", "xc7s15", [Measure.Error, Measure.Latency], ["model.dimension"], 2, ""), "out/explore",
        [Of(0, "8", Wide with { Verification = new(16, 0, "trials/0000/point-0/report.html") }), Of(1, "4", Narrow)], 2);

    private static FrontPoint Of(int trial, string dimension, TrialPoint point) => new(
        new Trial(
            trial, 0, ImmutableSortedDictionary<string, string>.Empty.Add("model.dimension", dimension),
            TrialState.Finished, "worker", new([point], 10, 1)),
        0);

    private static TrialPoint Point(double error, double latency, int activation, int weight) => new(
        ImmutableSortedDictionary<Measure, double>.Empty
            .Add(Measure.Error, error).Add(Measure.Latency, latency).Add(Measure.Luts, 1500).Add(Measure.Blocks, 2.5)
            .Add(Measure.Multipliers, 4),
        ImmutableSortedDictionary<string, int>.Empty
            .Add("input", activation).Add("embedding.weight", weight).Add("output.weight", 4),
        ImmutableSortedDictionary<string, string>.Empty
            .Add("engine.rows", "2").Add("quantization.tensors.input", "4"), 0);
}
