using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Bitloom.Exploration;
using Bitloom.Pipeline;
using Bitloom.Projects;

namespace Bitloom.Benchmarks;

/// <summary>A point of a measured front.</summary>
/// <param name="Simulated">Windows of the test part whose RTL agrees; null: it was not simulated.</param>
public sealed record MeasuredPoint(
    double Error, double Energy, double Latency, double Luts, double Test, int? Simulated, string Settings);

/// <summary>One search: of a data set and a device, ours or the published baseline, with one seed.</summary>
/// <param name="Data">A sample.</param>
/// <param name="Method">What is said of the precision: solved or uniform.</param>
public sealed record FrontRun(string Data, string Device, string Method, int Seed)
{
    private const int Epochs = 10;
    private const int QuantizedEpochs = 5;
    private const int Points = 1;

    /// <summary>Training epochs that each search may take.</summary>
    public const int Budget = 240;

    /// <summary>All that are compared.</summary>
    public static IEnumerable<FrontRun> All =>
        from data in (string[])["pems", "air-quality"]
        from device in (string[])["xc7s15", "ice40up5k"]
        from seed in (int[])[1, 2, 3]
        from method in (string[])["solved", "uniform"]
        select new FrontRun(data, device, method, seed);

    private bool IsUniform => Method == "uniform";

    private int Trials => Budget / (Epochs + (IsUniform ? 1 : Points) * QuantizedEpochs);

    /// <summary>Searches, or goes on; then the front is simulated, which is not part of the minutes.</summary>
    public async Task<(ImmutableArray<MeasuredPoint> Front, double Minutes)> RunAsync(string folder, bool verifies)
    {
        var build = new BuildRequest(
            Path.Combine(BenchmarkResult.Root, "samples", Data),
            Path.Combine(folder, $"{Data}-{Device}-{Method}-{Seed}"), [.. Settings()]);
        var request = new ExploreRequest(build) { Verifies = false };
        var watch = Stopwatch.StartNew();
        var result = await new Explorer().ExploreAsync(request, new SilentProgress(), default);
        var minutes = watch.Elapsed.TotalMinutes;
        if (verifies)
            result = await new Explorer().ExploreAsync(request with { Verifies = true }, new SilentProgress(), default);
        foreach (var diagnostic in result.Diagnostics)
            Console.WriteLine(diagnostic);
        return ([.. result.Front.Select(Measured)], minutes);
    }

    private IEnumerable<KeyValuePair<string, string>> Settings()
    {
        var seed = Seed.ToString(CultureInfo.InvariantCulture);
        yield return new("engine.device", Device);
        yield return new("training.epochs", $"{Epochs}");
        yield return new("training.quantizedEpochs", $"{QuantizedEpochs}");
        yield return new("training.batch", "64");
        yield return new("training.seed", seed);
        yield return new("explore.seed", seed);
        yield return new("explore.precision", Method);
        yield return new("explore.points", $"{Points}");
        yield return new("explore.calibrated", "7");
        yield return new("explore.trials", $"{Trials}");
        yield return new("explore.population", "4");
        yield return new("explore.space.data.window", "[6, 12, 24]");
        yield return new("explore.space.model.dimension", "[8, 16, 24]");
        yield return new("explore.space.model.feedForwardRatio", "[2, 4]");
        yield return new("explore.space.training.learningRate", "0.0005..0.01 log");
        yield return new("verification.windows", "1");
        yield return new("verification.translatedWindows", "64");
        if (IsUniform)
            yield return new("explore.space.quantization.bits", "[4, 6, 8]");
    }

    private static MeasuredPoint Measured(FrontPoint point)
    {
        var measures = point.Point.Measures;
        return new(
            measures[Measure.Error], measures[Measure.Energy], measures[Measure.Latency], measures[Measure.Luts],
            point.Point.TestScore ?? double.NaN,
            point.Point.Verification is { Differences: 0 } checkedPoint ? checkedPoint.Windows : null,
            string.Join(' ', point.Trial.Settings.Select(setting => $"{setting.Key.Split('.')[^1]}={setting.Value}")
                .Append("bits=" + string.Concat(point.Point.Bits.Values))));
    }
}
