using System.Globalization;
using Bitloom.Data;
using Bitloom.Projects;
using Bitloom.Quantization;
using Bitloom.Training;

namespace Bitloom.Pipeline;

/// <summary>A trained encoder, as floats and as its quantized form.</summary>
internal sealed record TrainedModel(
    EncoderModel Float, FakeQuantizedEncoder FakeQuantized, QuantizedEncoder Quantized,
    IReadOnlyList<EpochResult> Epochs);

/// <summary>Float training, then quantization-aware training, chosen by the hardware-exact forward.</summary>
internal static class TrainStage
{
    public static TrainedModel Run(BuildInputs inputs, IStageProgress progress, CancellationToken cancellation)
    {
        var (project, data) = (inputs.Project, inputs.Data);
        var (training, validation) = (SetOf(data.Train), SetOf(data.Validation));
        var epochs = new List<EpochResult>();
        var options = OptionsOf(project.Training);

        progress.Begin("train", options.Epochs, "epochs");
        var model = Trainer.TrainFloat(
            project.Shape, training, validation, options, new EpochReport(epochs, progress), cancellation);
        progress.End(Summary(epochs, TrainingPhase.Float));

        var quantized = options with
        {
            Epochs = project.Training.QuantizedEpochs,
            LearningRate = project.Training.QuantizedLearningRate,
            Patience = Math.Max(options.Patience, project.Training.QuantizedEpochs),
        };
        progress.Begin("quantize", quantized.Epochs, "epochs");
        var encoder = Trainer.TrainQuantized(
            model, PlanOf(project.Quantization), training, validation, quantized,
            snapshot => HardwareLoss(snapshot, validation, QuantizeStage.OptionsOf(project)),
            new EpochReport(epochs, progress), cancellation);
        progress.End(Summary(epochs, TrainingPhase.Quantized));
        return new(model, encoder, encoder.Snapshot(), epochs);
    }

    /// <summary>
    /// The mean squared error of the hardware-exact forward; infinite where the encoder has no integer form.
    /// </summary>
    private static double HardwareLoss(QuantizedEncoder snapshot, TrainingSet validation, QuantizationOptions options)
    {
        var integers = EncoderQuantizer.Quantize(snapshot, options);
        return integers.Ok
            ? Trainer.MeanSquaredError(
                new HardwareExactForward(integers.Value).Predict(validation.Inputs), validation.Targets)
            : double.PositiveInfinity;
    }

    private static TrainingSet SetOf(WindowedDataset part) => new(part.Inputs, part.Targets, part.Count);

    private static PrecisionPlan PlanOf(QuantizationSection section) =>
        new(section.Bits, section.Tensors, section.ExponentialBits);

    private static TrainingOptions OptionsOf(TrainingSection section) => new()
    {
        Epochs = section.Epochs,
        Batch = section.Batch,
        LearningRate = section.LearningRate,
        Patience = section.Patience,
        Seed = (ulong)section.Seed,
        Schedule = section.Schedule switch
        {
            ScheduleKind.Constant => LearningRateSchedule.Constant,
            ScheduleKind.Cosine => LearningRateSchedule.Cosine,
        },
    };

    private static string Summary(IEnumerable<EpochResult> epochs, TrainingPhase phase)
    {
        var best = epochs.LastOrDefault(epoch => epoch.Phase == phase && epoch.Best);
        return best is null
            ? "no epoch was better than the start"
            : string.Create(
                CultureInfo.InvariantCulture, $"validation loss {best.ValidationLoss:0.00000} at epoch {best.Epoch}");
    }

    private sealed class EpochReport(List<EpochResult> epochs, IStageProgress progress) : IProgress<EpochResult>
    {
        public void Report(EpochResult value)
        {
            epochs.Add(value);
            progress.Advance(
                value.Epoch == 0 ? 0 : 1,
                string.Create(CultureInfo.InvariantCulture, $"validation loss {value.ValidationLoss:0.00000}"));
        }
    }
}
