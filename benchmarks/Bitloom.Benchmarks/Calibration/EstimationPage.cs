using System.Collections.Immutable;
using System.Globalization;
using Bitloom.Diagnostics;
using Bitloom.Estimation;
using Bitloom.Fuzzing;

namespace Bitloom.Benchmarks;

/// <summary>The page of estimates of engines that were not fitted, beside what synthesis counted.</summary>
public static class EstimationPage
{
    /// <summary>Writes results/estimation-FAMILY.md, says what is in it, and has the model tell these errors.</summary>
    public static void Write(string family, int first, int last, ImmutableArray<CalibrationPoint> points)
    {
        var kind = family == "xc7" ? AcceleratorFamily.SevenSeries : AcceleratorFamily.Ice40;
        var model = ResourceModelFile.Read(File.ReadAllText(CalibrationRun.PathOf(family, "json")));
        var rows = points.Select(point => (
            Point: point,
            Estimate: model.Estimate(CalibrationMeasurement.Structure(RandomAccelerators.Create(point.Seed, kind)))))
            .ToArray();
        var errors = Enum.GetValues<CellKind>().ToImmutableDictionary(each => each, each => FitError.Of(
            rows.Select(row => Off(Estimated(row.Estimate, each), Counted(row.Point, each)))));
        string[] lines =
        [
            $"# Estimates against synthesis: {family}", "",
            BenchmarkResult.Provenance(
                $"dotnet run -c Release benchmarks/Calibration.cs -- check {family} {first} {last} FOLDER"),
            $"{points.Length} engines, drawn from seeds that were not fitted ({model.Points} others were); {model.Tool}.",
            "Each cell: estimated / counted.", "",
            "| seed | engine | LUT | off | FF | off | carry | LUT memory | blocks | multipliers |",
            "|---|---|---|---|---|---|---|---|---|---|",
            .. rows.Select(row => Row(row.Point, row.Estimate)), "",
            "| | median | 95 of 100 | worst |", "|---|---|---|---|",
            Summary("LUT", errors[CellKind.Lut]), Summary("FF", errors[CellKind.FlipFlop]),
            Summary("carry", errors[CellKind.Carry]), "",
            $"LUT memory differs in {rows.Count(row => row.Estimate.LutMemory != row.Point.LutMemory)}, blocks in "
                + $"{rows.Count(row => row.Estimate.BlockUnits != row.Point.BlockUnits)}, multipliers in "
                + $"{rows.Count(row => row.Estimate.Multipliers != row.Point.Multipliers)} of {rows.Length}.",
        ];
        // What bitloom estimate prints from now on.
        AtomicFile.Write(CalibrationRun.PathOf(family, "json"), ResourceModelFile.Write(model with
        {
            Checked = rows.Length,
            Errors = errors,
        }));
        AtomicFile.Write(
            Path.Combine(BenchmarkResult.Folder, $"estimation-{family}.md"), string.Join('\n', lines) + "\n");
        Console.WriteLine(string.Join('\n', lines[^7..]));
    }

    private static string Row(CalibrationPoint point, ResourceEstimate estimate) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {point.Seed} | {point.Configuration} | {estimate.Luts} / {Luts(point)} | {Off(estimate.Luts, Luts(point)):+0.0%;-0.0%} "
        + $"| {estimate.FlipFlops} / {point.Total(CellKind.FlipFlop)} "
        + $"| {Off(estimate.FlipFlops, point.Total(CellKind.FlipFlop)):+0.0%;-0.0%} "
        + $"| {estimate.Carry} / {point.Total(CellKind.Carry)} | {estimate.LutMemory} / {point.LutMemory} "
        + $"| {estimate.BlockUnits} / {point.BlockUnits} | {estimate.Multipliers} / {point.Multipliers} |");

    private static int Luts(CalibrationPoint point) => Counted(point, CellKind.Lut);

    private static int Counted(CalibrationPoint point, CellKind kind) =>
        point.Total(kind) + (kind == CellKind.Lut ? point.LutMemory : 0);

    private static int Estimated(ResourceEstimate estimate, CellKind kind) => kind switch
    {
        CellKind.Lut => estimate.Luts,
        CellKind.FlipFlop => estimate.FlipFlops,
        CellKind.Carry => estimate.Carry,
    };

    private static double Off(int estimate, int counted) => (estimate - counted) / (double)Math.Max(1, counted);

    private static string Summary(string name, FitError error) => string.Create(
        CultureInfo.InvariantCulture, $"| {name} | {error.Median:0.0%} | {error.High:0.0%} | {error.Worst:0.0%} |");
}
