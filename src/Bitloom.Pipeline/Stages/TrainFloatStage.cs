using System.Collections.Immutable;
using Bitloom.Training;

namespace Bitloom.Pipeline;

/// <summary>The epochs of one training.</summary>
internal sealed record TrainingHistory(ImmutableArray<EpochResult> Epochs);

/// <summary>Training in floating point; float.json holds the weights.</summary>
internal static class TrainFloatStage
{
    public const string Weights = "float.json";

    private const string Name = "train";

    public static Task<StageResult<TrainingHistory>> RunAsync(
        BuildInputs inputs, IStageProgress progress, CancellationToken cancellation) =>
        inputs.Stages.RunAsync(
            Stage(inputs), progress, () => Task.Run(() => Train(inputs, progress, cancellation), cancellation));

    private static StageResult<TrainingHistory> Train(
        BuildInputs inputs, IStageProgress progress, CancellationToken cancellation)
    {
        var project = inputs.Project;
        var options = TrainingSetup.OptionsOf(project);
        var report = new EpochReport(progress);
        progress.Begin(Name, options.Epochs, "epochs");
        var model = Trainer.TrainFloat(
            project.ShapeFor(inputs.Data), TrainingSetup.SetOf(inputs.Data.TrainingWindows), TrainingSetup.SetOf(inputs.Data.ValidationWindows),
            options, report, cancellation);
        EncoderFile.Write(Path.Combine(inputs.OutputFolder, Weights), model.ToWeights());
        progress.End(report.Summary());
        return StageResult.Done(new TrainingHistory([.. report.Epochs]));
    }

    private static Stage Stage(BuildInputs inputs)
    {
        var training = Dependencies.Settings("training", inputs.Project.Training)
            .Where(key => !key.Name.StartsWith("training.quantized", StringComparison.Ordinal));
        return new(
            Name,
            [
                Dependencies.Task(inputs.Project), .. Dependencies.Settings("model", inputs.Project.Model), .. training,
                Dependencies.TrainingWindows(inputs.Data), Dependencies.Bitloom,
            ],
            [Weights]);
    }
}
