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
