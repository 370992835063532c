using Bitloom.Projects;
using Bitloom.Quantization;
using Bitloom.Training;

namespace Bitloom.Pipeline;

/// <summary>
/// Quantization of what float.json holds, with training, whose best epoch is chosen by the hardware-exact forward, or
/// without; quantized.json holds the weights with their quantizers.
/// </summary>
internal static class TrainQuantizedStage
{
    public const string Encoder = "quantized.json";

    private const string Name = "quantize";

    public static Task<StageResult<TrainingHistory>> RunAsync(
        BuildInputs inputs, TrainingRun run, EncoderModel model, IStageProgress progress,
        CancellationToken cancellation) =>
        inputs.Stages.RunAsync(
            Stage(inputs, run), progress,
            () => Task.Run(() => Quantize(inputs, run, model, progress, cancellation), cancellation));

    private static StageResult<TrainingHistory> Quantize(
        BuildInputs inputs, TrainingRun run, EncoderModel model, IStageProgress progress,
        CancellationToken cancellation)
    {
        var project = inputs.Project;
        var options = TrainingSetup.QuantizedOptionsOf(project) with { Threads = inputs.Threads };
        var report = new EpochReport(progress);
        var checkpoint = inputs.Stages.CheckpointOf(Stage(inputs, run));
        progress.Begin(Name, options.Epochs, "epochs");
        report.Resume(Name, checkpoint);
        var encoder = project.Quantization.Method switch
        {
            QuantizationMethod.PostTraining => Calibrate(inputs, model, options, report),
            QuantizationMethod.QuantizationAwareTraining => Train(inputs, model, options, report, checkpoint, cancellation),
        };
        EncoderFile.Write(Path.Combine(inputs.OutputFolder, run.File(Encoder)), encoder.Snapshot());
        checkpoint.Delete();
        progress.End(report.Summary());
        return StageResult.Done(new TrainingHistory([.. report.Epochs]));
    }

    private static FakeQuantizedEncoder Train(
        BuildInputs inputs, EncoderModel model, TrainingOptions options, EpochReport report,
        TrainingCheckpoint checkpoint, CancellationToken cancellation)
    {
        var (project, choice) = (inputs.Project, TrainingSetup.ChoiceOf(inputs.Data));
        return Trainer.TrainQuantized(
            model, TrainingSetup.PlanOf(project.Quantization), TrainingSetup.SetOf(inputs.Data.TrainingWindows),
            choice, options,
            snapshot => HardwareLoss(snapshot, choice, QuantizeStage.OptionsOf(project), options.Loss), report,
            checkpoint, cancellation);
    }

    private static FakeQuantizedEncoder Calibrate(
        BuildInputs inputs, EncoderModel model, TrainingOptions options, EpochReport report)
    {
        var project = inputs.Project;
        var encoder = Trainer.QuantizeAfterTraining(
            model, TrainingSetup.PlanOf(project.Quantization), TrainingSetup.SetOf(inputs.Data.TrainingWindows),
            options.Recipe);
        var loss = HardwareLoss(
            encoder.Snapshot(), TrainingSetup.ChoiceOf(inputs.Data), QuantizeStage.OptionsOf(project),
            options.Loss);
        report.Report(new EpochResult(TrainingPhase.Quantized, 0, 0, null, loss, Best: true));
        return encoder;
    }

    /// <summary>
    /// The loss of the hardware-exact forward; infinite where the encoder has no integer form.
    /// </summary>
    private static double HardwareLoss(
        QuantizedEncoder snapshot, TrainingSet choice, QuantizationOptions options, Loss loss)
    {
        var integers = EncoderQuantizer.Quantize(snapshot, options);
        return integers.Ok
            ? loss.Mean(
                new HardwareExactForward(integers.Value).Predict(choice.Inputs), choice.Targets, choice.TargetSize)
            : double.PositiveInfinity;
    }

    private static Stage Stage(BuildInputs inputs, TrainingRun run) => new(
        Name + run.Suffix,
        [
            Dependencies.Task(inputs.Project), .. Dependencies.Settings("training", inputs.Project.Training),
            .. Dependencies.Settings("quantization", inputs.Project.Quantization),
            Dependencies.TrainingWindows(inputs.Data),
            Dependencies.File(inputs.OutputFolder, run.File(TrainFloatStage.Weights)),
            Dependencies.Bitloom,
        ],
        [run.File(Encoder)]);
}
