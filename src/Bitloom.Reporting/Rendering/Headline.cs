using System.Collections.Immutable;
using System.Globalization;

namespace Bitloom.Reporting;

/// <summary>A number for the head of the report.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Note">What it is to be held against.</param>
internal sealed record Headline(string Name, string Value, string Unit, string Note)
{
    /// <summary>The four that most readers look for; one that was not measured is left out.</summary>
    public static ImmutableArray<Headline> Of(Report report) =>
        [.. new[] { Accuracy(report), Latency(report), Resource(report), Agreement(report) }.OfType<Headline>()];

    private static Headline? Accuracy(Report report) => report.Accuracy is { HardwareExact: { } exact } accuracy
        ? new(
            $"{accuracy.Metric} of the hardware", NumberText.Number(exact), "",
            $"float model {NumberText.Number(accuracy.Float)}, without a model {NumberText.Number(accuracy.Naive)}")
        : null;

    private static Headline? Latency(Report report) => report.Cycles switch
    {
        { LatencyMicroseconds: { } latency } cycles => new(
            "one inference", NumberText.Number(latency), "µs",
            $"{NumberText.Count(cycles.Predicted)} cycles at {NumberText.Number(cycles.ClockMegahertz)} MHz"),
        { } cycles => new("one inference", NumberText.Count(cycles.Predicted), "cycles", "no clock was chosen"),
        null => null,
    };

    private static Headline? Resource(Report report)
    {
        if (report.Resources is { } resources && ResourceUse.Tightest(resources) is { } use)
        {
            return new(
                $"of the {use.Name}", (100 * use.Share).ToString("0.#", CultureInfo.InvariantCulture), "%",
                $"the tightest resource: {NumberText.Number(use.Taken)} of {NumberText.Number(use.Available)}");
        }

        return report.Model is { } model
            ? new("parameters", NumberText.Count(model.Parameters), "", $"{model.Precision}; not synthesized")
            : null;
    }

    private static Headline? Agreement(Report report) => report.Agreement.IsEmpty
        ? null
        : new(
            "differences", NumberText.Count(report.Agreement.Sum(entry => entry.Differences)), "",
            $"in {NumberText.Count(report.Agreement.Sum(entry => entry.Compared))} integers compared");
}
