using System.Collections.Immutable;
using System.Globalization;

namespace Bitloom.Benchmarks;

/// <summary>The measured fronts, results/explore-fronts.csv; what is there is not searched again.</summary>
public sealed class FrontRuns
{
    private const string Header = "data;device;method;seed;minutes;error;energy;latency;luts;test;simulated;settings";

    private readonly string _path = Path.Combine(BenchmarkResult.Folder, "explore-fronts.csv");
    private readonly List<string[]> _rows = [];

    /// <summary>Those of the file.</summary>
    public FrontRuns() => Read();

    /// <summary>Whether a run has been made.</summary>
    public bool Has(FrontRun run) => _rows.Exists(row => IsOf(row, run));

    /// <summary>Keeps the front of a run, in the place of the one that was there.</summary>
    public void Put(FrontRun run, ImmutableArray<MeasuredPoint> front, double minutes)
    {
        // Another process may have added to the file.
        Read();
        _rows.RemoveAll(row => IsOf(row, run));
        _rows.AddRange(front.Select(point => (string[])
        [
            run.Data, run.Device, run.Method, Text(run.Seed), Text(minutes), Text(point.Error), Text(point.Energy),
            Text(point.Latency), Text(point.Luts), Text(point.Test), Text(point.Simulated ?? 0), point.Settings,
        ]));
        File.WriteAllLines(_path, _rows.Select(row => string.Join(';', row)).Prepend(Header));
    }

    /// <summary>The front of a run.</summary>
    public ImmutableArray<MeasuredPoint> Front(FrontRun run) => [.. _rows.Where(row => IsOf(row, run)).Select(row =>
        new MeasuredPoint(
            Number(row[5]), Number(row[6]), Number(row[7]), Number(row[8]), Number(row[9]),
            Number(row[10]) is > 0 and var windows ? (int)windows : null, row[11]))];

    /// <summary>Minutes of a run.</summary>
    public double Minutes(FrontRun run) => _rows.Where(row => IsOf(row, run)).Select(row => Number(row[4])).FirstOrDefault();

    private void Read()
    {
        _rows.Clear();
        if (File.Exists(_path))
            _rows.AddRange(File.ReadLines(_path).Skip(1).Select(line => line.Split(';')));
    }

    private static bool IsOf(string[] row, FrontRun run) => row[0] == run.Data && row[1] == run.Device
        && row[2] == run.Method && row[3] == Text(run.Seed);

    private static string Text(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
