namespace Bitloom.Reporting;

/// <summary>The metric on the test split, stage by stage.</summary>
internal static class AccuracyTables
{
    public static ReportTable Of(AccuracySection accuracy) => new(
        $"Accuracy on the test split ({accuracy.Metric}, {(accuracy.HigherIsBetter ? "higher" : "lower")} is better)",
        [new("stage"), new(accuracy.Metric, Numeric: true)],
        [
            ["naive prediction", NumberText.Number(accuracy.Naive)],
            ["float model", NumberText.Number(accuracy.Float)],
            ["fake-quantized model", NumberText.Number(accuracy.FakeQuantized)],
            ["integer model", NumberText.Number(accuracy.HardwareExact)],
            ["simulated hardware", NumberText.Number(accuracy.Rtl)],
        ]);
}
