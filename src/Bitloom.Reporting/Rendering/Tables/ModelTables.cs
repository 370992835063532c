using System.Collections.Immutable;

namespace Bitloom.Reporting;

/// <summary>What was trained, and on what.</summary>
internal static class ModelTables
{
    private static readonly ImmutableArray<ReportColumn> Pair = [new("what"), new("value", Numeric: true)];

    public static ReportTable Data(DataSection data) => new(
        "Data",
        Pair,
        [
            ["file", data.Source],
            ["rows", NumberText.Count(data.Rows)],
            ["features", string.Join(", ", data.Features)],
            ["targets", string.Join(", ", data.Targets)],
            ["rows a window", NumberText.Count(data.WindowLength)],
            ["windows to train", NumberText.Count(data.TrainWindows)],
            ["windows to validate", NumberText.Count(data.ValidationWindows)],
            ["windows to test", NumberText.Count(data.TestWindows)],
        ]);

    public static ReportTable Model(ModelSection model) => new(
        "Model",
        Pair,
        [
            ["tokens", NumberText.Count(model.Tokens)],
            ["features", NumberText.Count(model.Features)],
            ["width", NumberText.Count(model.Width)],
            ["heads", NumberText.Count(model.Heads)],
            ["layers", NumberText.Count(model.Layers)],
            ["hidden width", NumberText.Count(model.HiddenWidth)],
            ["outputs", NumberText.Count(model.Targets)],
            ["parameters", NumberText.Count(model.Parameters)],
            ["precision", model.Precision],
        ]);

    public static ReportTable Training(TrainingSection training) => new(
        "Training",
        Pair,
        [
            ["epochs", NumberText.Count(training.Epochs)],
            ["best epoch", NumberText.Count(training.BestEpoch)],
            ["training loss", NumberText.Number(training.TrainLoss)],
            ["validation loss", NumberText.Number(training.ValidationLoss)],
            ["epochs with quantization", NumberText.Count(training.QuantizedEpochs)],
        ]);

    public static ReportTable History(TrainingSection training) => new(
        "Losses by epoch",
        [new("phase"), new("epoch", Numeric: true), new("training", Numeric: true), new("validation", Numeric: true)],
        [.. training.History.Select(epoch => ImmutableArray.Create(
            epoch.Phase, NumberText.Count(epoch.Epoch), NumberText.Number(epoch.TrainLoss),
            NumberText.Number(epoch.ValidationLoss)))]);
}
