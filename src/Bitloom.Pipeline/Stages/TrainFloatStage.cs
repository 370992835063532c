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

    /// <summary>What another output folder needs to take the training over, relative to either.</summary>
    public static IEnumerable<string> FilesOf(TrainingRun run) =>
        [run.File(Weights), StageStore.RecordOf(NameOf(run))];

    public static Task<StageResult<TrainingHistory>> RunAsync(
        BuildInputs inputs, TrainingRun run, IStageProgress progress, CancellationToken cancellation) =>
        inputs.Stages.RunAsync(
            Stage(inputs, run), progress,
            () => Task.Run(() => Train(inputs, run, progress, cancellation), cancellation));

    private static StageResult<TrainingHistory> Train(
        BuildInputs inputs, TrainingRun run, IStageProgress progress, CancellationToken cancellation)
    {
        var project = inputs.Project;
        var options = TrainingSetup.OptionsOf(project) with { Threads = inputs.Threads };
        var report = new EpochReport(progress);
        var checkpoint = inputs.Stages.CheckpointOf(Stage(inputs, run));
        progress.Begin(Name, options.Epochs, "epochs");
        report.Resume(Name, checkpoint);
        var model = Trainer.TrainFloat(
            project.ShapeFor(inputs.Data), TrainingSetup.SetOf(inputs.Data.TrainingWindows),
            TrainingSetup.ChoiceOf(inputs.Data), options, report, checkpoint, cancellation);
        EncoderFile.Write(Path.Combine(inputs.OutputFolder, run.File(Weights)), model.ToWeights());
        checkpoint.Delete();
        progress.End(report.Summary());
        return StageResult.Done(new TrainingHistory([.. report.Epochs]));
    }

    private static Stage Stage(BuildInputs inputs, TrainingRun run)
    {
        var training = Dependencies.Settings("training", inputs.Project.Training)
            .Where(key => !key.Name.StartsWith("training.quantized", StringComparison.Ordinal));
        return new(
            NameOf(run),
            [
                Dependencies.Task(inputs.Project), .. Dependencies.Settings("model", inputs.Project.Model), .. training,
                Dependencies.TrainingWindows(inputs.Data), Dependencies.Bitloom,
            ],
            [run.File(Weights)]);
    }

    private static string NameOf(TrainingRun run) => Name + run.Suffix;
}
