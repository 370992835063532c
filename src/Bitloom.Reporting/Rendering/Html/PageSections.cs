using System.Collections.Immutable;

namespace Bitloom.Reporting;

/// <summary>The sections of the page in reading order; a stage that did not run has none.</summary>
internal static class PageSections
{
    public static ImmutableArray<PageSection> Of(Report report) =>
        [.. Candidates(report).OfType<PageSection>().Where(section => section.HasContent)];

    private static IEnumerable<PageSection?> Candidates(Report report) =>
    [
        report.Forecast is { } forecast ? PredictionSections.Of(forecast) : null,
        report.Classification is { } classes ? PredictionSections.Of(classes) : null,
        report.Detection is { } detection ? PredictionSections.Of(detection) : null,
        report.Accuracy is { } accuracy ? Accuracy(accuracy) : null,
        Agreement(report),
        report.Training is { } training ? Training(training) : null,
        Quantization(report),
        HardwareSections.Program(report),
        HardwareSections.Memories(report),
        HardwareSections.Resources(report),
        report.Power is { } power ? PowerSections.Of(power) : null,
        Project(report),
    ];

    private static PageSection Accuracy(AccuracySection accuracy) => new(
        "accuracy", "Accuracy",
        $"From predictions without a model to the simulated hardware, on the test split: {accuracy.Metric}, "
            + $"{(accuracy.HigherIsBetter ? "higher" : "lower")} is better.",
        [new("accuracy", $"Bars: the {accuracy.Metric} of each stage. The table below has the numbers.")],
        [],
        [AccuracyTables.Of(accuracy), AccuracyTables.Details(accuracy), AccuracyTables.Runs(accuracy)]);

    private static PageSection Agreement(Report report)
    {
        var differences = report.Agreement.Sum(entry => entry.Differences);
        return new(
            "agreement", "Agreement",
            differences == 0
                ? "Each implementation was played the same windows as the one before; every integer is the same."
                : $"{NumberText.Count(differences)} integers differ: the accelerator must not be used.",
            [],
            [VerificationTables.Agreement(report.Agreement)],
            [VerificationTables.ErrorBounds(report.ErrorBounds)]);
    }

    private static PageSection Training(TrainingSection training) => new(
        "training", "Training",
        $"{NumberText.Count(training.Epochs)} epochs in floating point, of which epoch "
            + $"{NumberText.Count(training.BestEpoch)} was kept, and "
            + $"{NumberText.Count(training.QuantizedEpochs)} with quantization, judged by the hardware's arithmetic.",
        training.History.IsEmpty ? [] : [new("training", "Lines: training and validation loss of each epoch.")],
        [],
        [ModelTables.Training(training), ModelTables.History(training)]);

    private static PageSection Quantization(Report report)
    {
        var errors = report.QuantizationErrors;
        return new(
            "quantization", "Quantization error",
            "How far each tensor is from the same weights in real arithmetic, each running on its own results, in units "
                + "of its last bit (LSB).",
            errors.IsEmpty ? [] : [new("quantization", "Bars: mean and largest error of each tensor, in LSB.")],
            [],
            [VerificationTables.QuantizationErrors(errors)]);
    }

    private static PageSection Project(Report report) => new(
        "project", "Data and model", "", [],
        [
            .. report.Data is { } data ? [ModelTables.Data(data)] : ImmutableArray<ReportTable>.Empty,
            .. report.Model is { } model ? [ModelTables.Model(model)] : ImmutableArray<ReportTable>.Empty,
            ToolTables.Of(report),
        ],
        []);
}
