using System.Collections.Immutable;
using System.Globalization;
using Bitloom.Projects;

namespace Bitloom.Exploration.Tests.Stores;

/// <summary>A study for the tests of stores, and what its trials might bring.</summary>
internal static class ExampleStudy
{
    public const string Name = "narrow";

    public static StudyDefinition Definition { get; } = new(
        Name, "sine", "ice40-up5k", [Measure.Error, Measure.Energy], ["model.width", "training.rate"], Trials: 32,
        Text: "project: sine\ndevice: ice40-up5k\nseed: 1");

    public static ImmutableArray<ImmutableSortedDictionary<string, string>> Settings(int count) =>
        [.. Enumerable.Range(0, count).Select(index => ImmutableSortedDictionary<string, string>.Empty
            .Add("model.width", index.ToString(CultureInfo.InvariantCulture)).Add("name", "'ä \" \n{}"))];

    public static TrialResult Result(double error) => new([Point(error), Point(error / 2)], Epochs: 7, Seconds: 1.5);

    /// <summary>Every value of a definition, to compare it by.</summary>
    public static string Describe(StudyDefinition study) =>
        $"{study.Name} {study.Project} {study.Device} {study.Trials} {string.Join(',', study.Objectives)} "
        + $"{string.Join(',', study.Parameters)}\n{study.Text}";

    /// <summary>Every value of a result, to compare it by.</summary>
    public static string Describe(TrialResult result) => string.Join(
        '\n',
        [
            $"{result.Epochs} {result.Seconds} {result.Fault ?? "without a fault"}",
            .. result.Points.Select(point =>
                $"{string.Join(',', point.Measures)} {string.Join(',', point.Bits)} {string.Join(',', point.Settings)} "
                + $"{point.Excess} {point.Verification}"),
        ]);

    private static TrialPoint Point(double error) => new(
        ImmutableSortedDictionary<Measure, double>.Empty.Add(Measure.Error, error).Add(Measure.LutMemory, double.NaN),
        ImmutableSortedDictionary<string, int>.Empty.Add("block0.query", 3),
        ImmutableSortedDictionary<string, string>.Empty.Add("quantization.bits", "3"),
        Excess: double.PositiveInfinity);
}
