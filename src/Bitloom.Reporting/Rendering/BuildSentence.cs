using System.Globalization;

namespace Bitloom.Reporting;

/// <summary>What was built, in one sentence.</summary>
internal static class BuildSentence
{
    private const int MostNames = 4;

    public static string Of(Report report) => report is { Data: { } data, Model: { } model }
        ? $"An integer-only Transformer of {NumberText.Count(model.Parameters)} parameters that {Purpose(data, model)}, "
            + $"on the {report.Project.Device}{Time(report.Cycles)}."
        : $"An accelerator for the {report.Project.Device}.";

    private static string Purpose(DataSection data, ModelSection model) => data.Task switch
    {
        "classification" =>
            $"tells {NumberText.Count(data.Targets.Length)} classes ({Names(data.Targets)}) apart from windows of "
            + $"{NumberText.Count(model.Tokens)} tokens",
        "anomalyDetection" =>
            $"forecasts {NumberText.Count(data.Targets.Length)} signals from their last "
            + $"{NumberText.Count(data.WindowLength)} rows and so notices what comes otherwise",
        _ =>
            $"forecasts {Names(data.Targets)} from the last {NumberText.Count(data.WindowLength)} rows of "
            + Names(data.Features),
    };

    private static string Names(IReadOnlyList<string> names) => names.Count switch
    {
        1 => names[0],
        <= MostNames => $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}",
        _ => string.Create(
            CultureInfo.InvariantCulture,
            $"{string.Join(", ", names.Take(MostNames - 1))} and {names.Count - MostNames + 1} more"),
    };

    private static string Time(CyclesSection? cycles) => cycles is { LatencyMicroseconds: { } latency }
        ? $" in {NumberText.Number(latency)} µs"
        : "";
}
