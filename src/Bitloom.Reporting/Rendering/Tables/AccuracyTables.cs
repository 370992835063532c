using System.Collections.Immutable;

namespace Bitloom.Reporting;

/// <summary>The metric on the test split, stage by stage.</summary>
internal static class AccuracyTables
{
    public static ReportTable Of(AccuracySection accuracy) => new(
        $"Accuracy on the test split ({accuracy.Metric}, {(accuracy.HigherIsBetter ? "higher" : "lower")} is better)",
        [new("stage"), new(accuracy.Metric, Numeric: true)],
        [
            ["naive prediction", NumberText.Number(accuracy.Naive)],
            .. accuracy.Baselines.Skip(1).Select(Row),
            ["float model", NumberText.Number(accuracy.Float)],
            ["fake-quantized model", NumberText.Number(accuracy.FakeQuantized)],
            ["integer model", NumberText.Number(accuracy.HardwareExact)],
            .. Hardware(accuracy),
        ]);

    public static ReportTable Details(AccuracySection accuracy) => new(
        "Further metrics of the integer model", [new("metric"), new("value", Numeric: true)],
        [.. accuracy.Details.Select(Row)]);

    public static ReportTable Runs(AccuracySection accuracy) => new(
        $"{accuracy.Metric} of each seed, the validation loss having chosen",
        [new("seed"), new("validation loss", Numeric: true), new("float", Numeric: true), new("integer", Numeric: true)],
        accuracy.Runs.IsEmpty ? [] : [.. accuracy.Runs.Select(Row), .. Spread(accuracy.Runs)]);

    private static ImmutableArray<string> Row(RunEntry run) =>
    [
        NumberText.Count(run.Seed) + (run.Chosen ? ", chosen" : ""), NumberText.Number(run.ValidationLoss),
        NumberText.Number(run.Float), NumberText.Number(run.HardwareExact),
    ];

    // The deviation is that of a sample.
    private static IEnumerable<ImmutableArray<string>> Spread(ImmutableArray<RunEntry> runs)
    {
        double[] floats = [.. runs.Select(run => run.Float)];
        double[] integers = [.. runs.Select(run => run.HardwareExact).OfType<double>()];
        yield return ["mean", NumberText.None, Mean(floats), Mean(integers)];
        yield return ["standard deviation", NumberText.None, Deviation(floats), Deviation(integers)];
    }

    private static string Mean(double[] values) =>
        values.Length == 0 ? NumberText.None : NumberText.Number(values.Average());

    private static string Deviation(double[] values)
    {
        if (values.Length < 2)
            return NumberText.None;
        var mean = values.Average();
        return NumberText.Number(Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1)));
    }

    private static ImmutableArray<string> Row(MetricEntry entry) => [entry.Name, NumberText.Number(entry.Value)];

    // The hardware is simulated on few windows: beside it stands what the integer model reaches on the same ones.
    private static IEnumerable<ImmutableArray<string>> Hardware(AccuracySection accuracy) =>
        accuracy.RtlWindows is not { } windows
            ? [["simulated hardware", NumberText.None]]
            :
            [
                [$"integer model, {NumberText.Count(windows)} windows simulated",
                    NumberText.Number(accuracy.HardwareExactOnRtlWindows)],
                ["simulated hardware, the same windows", NumberText.Number(accuracy.Rtl)],
            ];
}
