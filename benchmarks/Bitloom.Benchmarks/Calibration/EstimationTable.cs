using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Bitloom.Diagnostics;
using Bitloom.Estimation;

namespace Bitloom.Benchmarks;

/// <summary>The tables of docs/estimation.md, made of the result pages and the models.</summary>
public static partial class EstimationTable
{
    private const string Begin = "<!-- made by benchmarks/Calibration.cs -->";
    private const string End = "<!-- end -->";

    private static readonly ImmutableArray<(string Family, string Name)> Families = [("xc7", "7 series"), ("ice40", "iCE40")];

    /// <summary>Puts them in the place of those that are there.</summary>
    public static int Write()
    {
        var path = Path.Combine(BenchmarkResult.Root, "docs", "estimation.md");
        var text = File.ReadAllText(path);
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        if (begin < 0 || end < begin)
            throw new InvalidDataException($"{path} has no place for the tables between '{Begin}' and '{End}'");
        AtomicFile.Write(path, $"{text[..(begin + Begin.Length)]}\n{string.Join('\n', Lines())}\n{text[end..]}");
        return 0;
    }

    private static IEnumerable<string> Lines()
    {
        var engines = Families.ToDictionary(each => each.Family, each => Engines(each.Family));
        yield return "Engines that were not fitted, and that nobody looked at before the features were chosen; median / 95 of 100 / worst:";
        yield return "";
        yield return "| family | engines | LUT | flip-flops | memory blocks, LUT memory or multipliers differ in |";
        yield return "|---|---|---|---|---|";
        foreach (var (family, name) in Families)
            yield return Row(name, engines[family]);
        yield return Row("both", [.. engines.Values.SelectMany(each => each)]);
        yield return "";
        yield return "The clock's period, of engines left out of its fit in turn:";
        yield return "";
        yield return "| family | engines | median / 95 of 100 / worst |";
        yield return "|---|---|---|";
        foreach (var (family, name) in Families)
        {
            var clock = ClockModelFile.Read(File.ReadAllText(CalibrationRun.PathOf($"timing-{family}", "json")));
            yield return string.Create(CultureInfo.InvariantCulture, $"| {name} | {clock.Points} | {Text(clock.Error)} |");
        }
    }

    private static string Row(string name, ImmutableArray<Engine> engines) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {engines.Length} | {Text(FitError.Of(engines.Select(each => each.Luts)))} "
        + $"| {Text(FitError.Of(engines.Select(each => each.FlipFlops)))} | {engines.Count(each => each.Differs)} |");

    private static string Text(FitError error) => string.Create(
        CultureInfo.InvariantCulture, $"{100 * error.Median:0.0} / {100 * error.High:0.0} / {100 * error.Worst:0.0} %");

    private static ImmutableArray<Engine> Engines(string family) =>
        [.. File.ReadLines(Path.Combine(BenchmarkResult.Folder, $"estimation-{family}.md")).SelectMany(Parse)];

    // Estimated / counted: LUT, FF, carry, LUT memory, blocks, multipliers.
    private static IEnumerable<Engine> Parse(string line)
    {
        var pairs = Pair().Matches(line).Select(match => (
            Estimated: int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture),
            Counted: int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture))).ToArray();
        if (pairs.Length == 6)
        {
            yield return new(
                Off(pairs[0]), Off(pairs[1]), pairs[3..].Any(pair => pair.Estimated != pair.Counted));
        }
    }

    private static double Off((int Estimated, int Counted) pair) =>
        (pair.Estimated - pair.Counted) / (double)Math.Max(1, pair.Counted);

    [GeneratedRegex(@"\| (\d+) / (\d+) ")]
    private static partial Regex Pair();

    private readonly record struct Engine(double Luts, double FlipFlops, bool Differs);
}
