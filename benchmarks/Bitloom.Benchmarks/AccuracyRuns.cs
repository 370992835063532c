using System.Globalization;

namespace Bitloom.Benchmarks;

/// <summary>The metric of one model on the test part.</summary>
/// <param name="Data">Name of the data set.</param>
/// <param name="Bits">Of all tensors and weights; 0: floating point.</param>
/// <param name="Seed">Of the training; 0: without a model, <paramref name="Bits"/> then counting the baselines.</param>
/// <param name="What">The baseline, or nothing.</param>
/// <param name="Value">The metric.</param>
public sealed record AccuracyRun(string Data, int Bits, ulong Seed, string What, double Value);

/// <summary>
/// The measured points, results/accuracy.csv. A run that is there is not made again: a measurement that was cut off goes
/// on, and one of a changed trainer begins with removing the file.
/// </summary>
public sealed class AccuracyRuns
{
    private const string Header = "data;bits;seed;what;value";
    private readonly string path = Path.Combine(BenchmarkResult.Folder, "accuracy.csv");
    private readonly List<AccuracyRun> runs = [];
    private readonly Lock gate = new();

    /// <summary>Those of the file.</summary>
    public AccuracyRuns()
    {
        if (File.Exists(path))
            runs.AddRange(File.ReadLines(path).Skip(1).Select(Parse));
    }

    /// <summary>True when there are models of this seed.</summary>
    public bool Has(string data, ulong seed)
    {
        lock (gate)
            return runs.Exists(run => run.Data == data && run.Seed == seed);
    }

    /// <summary>Keeps runs that belong together.</summary>
    public void Add(IEnumerable<AccuracyRun> made)
    {
        lock (gate)
        {
            runs.AddRange(made);
            File.WriteAllLines(path, runs.Select(Text).Prepend(Header));
        }
    }

    /// <summary>The metric by seed.</summary>
    public SortedDictionary<ulong, double> Of(string data, int bits)
    {
        lock (gate)
            return new(runs.Where(run => run.Data == data && run.Bits == bits && run.Seed > 0)
                .ToDictionary(run => run.Seed, run => run.Value));
    }

    /// <summary>What is reached without a model, the simplest first.</summary>
    public IReadOnlyList<AccuracyRun> Baselines(string data)
    {
        lock (gate)
            return [.. runs.Where(run => run.Data == data && run.Seed == 0).OrderBy(run => run.Bits)];
    }

    private static string Text(AccuracyRun run) => string.Create(
        CultureInfo.InvariantCulture, $"{run.Data};{run.Bits};{run.Seed};{run.What};{run.Value:R}");

    private static AccuracyRun Parse(string line)
    {
        var (parts, culture) = (line.Split(';'), CultureInfo.InvariantCulture);
        return new(
            parts[0], int.Parse(parts[1], culture), ulong.Parse(parts[2], culture), parts[3],
            double.Parse(parts[4], culture));
    }
}
