using System.Collections.Immutable;
using Bitloom.Diagnostics;
using Bitloom.Training;

namespace Bitloom.Pipeline;

/// <summary>A trained encoder, as floats and as its quantized form.</summary>
/// <param name="Content">A hash of the quantized form, which is all that follows from the training.</param>
internal sealed record TrainedModel(
    EncoderModel Float, FakeQuantizedEncoder FakeQuantized, QuantizedEncoder Quantized,
    ImmutableArray<EpochResult> Epochs, StageDependency Content)
{
    /// <summary>All trainings, in the order of their seeds; the model is the one with the least validation loss.</summary>
    public ImmutableArray<TrainedRun> Runs { get; init; } = [];
}

/// <summary>A float model and the training that it is of.</summary>
internal sealed record FloatModel(TrainingRun Run, EncoderModel Model, ImmutableArray<EpochResult> Epochs)
{
    /// <summary>Of the epoch that was kept; 1, that of the mean of the targets, where none was trained.</summary>
    public double ValidationLoss => Epochs.LastOrDefault(epoch => epoch.Best)?.ValidationLoss ?? 1;
}

/// <summary>The float models of all seeds.</summary>
internal sealed record FloatModels(ImmutableArray<FloatModel> Models);

/// <summary>
/// Float training, then quantization-aware training, of one seed or of several side by side, of which the validation
/// part chooses. Each is read back from its file, whether it was made or kept.
/// </summary>
internal static class TrainStage
{
    public static async Task<StageResult<TrainedModel>> RunAsync(
        BuildInputs inputs, IStageProgress progress, CancellationToken cancellation)
    {
        var training = inputs.Project.Training;
        var trained = await EachAsync(
            inputs, training.Epochs + training.QuantizedEpochs, TrainAsync, progress, cancellation);
        if (trained.FirstOrDefault(run => !run.Ok) is { } stopped)
            return StageResult.Stopped<TrainedModel>(stopped.Outcome, stopped.Diagnostics);
        var best = trained.Select(run => run.Value!).MinBy(run => run.ValidationLoss)!;
        foreach (var name in best.Run.Folder.Length == 0 ? [] : (string[])[TrainFloatStage.Weights, TrainQuantizedStage.Encoder])
        {
            AtomicFile.Write(
                Path.Combine(inputs.OutputFolder, name),
                File.ReadAllBytes(Path.Combine(inputs.OutputFolder, best.Run.File(name))));
        }

        return StageResult.Done(Chosen(inputs, best) with { Runs = [.. trained.Select(run => run.Value!)] });
    }

    /// <summary>The training that is built on; its files are where those of a single one are.</summary>
    public static TrainedModel Chosen(BuildInputs inputs, TrainedRun run) => new(
        run.Float,
        FakeQuantizedEncoder.FromSnapshot(run.Quantized, inputs.Project.Quantization.ExponentialBits),
        run.Quantized, [.. run.Epochs], Dependencies.File(inputs.OutputFolder, TrainQuantizedStage.Encoder));

    /// <summary>Training in floating point alone, of every seed.</summary>
    public static async Task<StageResult<FloatModels>> FloatAsync(
        BuildInputs inputs, IStageProgress progress, CancellationToken cancellation)
    {
        var trained = await EachAsync(inputs, inputs.Project.Training.Epochs, FloatAsync, progress, cancellation);
        return trained.FirstOrDefault(run => !run.Ok) is { } stopped
            ? StageResult.Stopped<FloatModels>(stopped.Outcome, stopped.Diagnostics)
            : StageResult.Done(new FloatModels([.. trained.Select(run => run.Value!)]));
    }

    private static async Task<StageResult<T>[]> EachAsync<T>(
        BuildInputs inputs, int epochs,
        Func<BuildInputs, TrainingRun, IStageProgress, CancellationToken, Task<StageResult<T>>> train,
        IStageProgress progress, CancellationToken cancellation)
        where T : class
    {
        var runs = TrainingRun.Of(inputs.Project.Training);
        if (runs.Length == 1)
            return [await train(inputs, runs[0], progress, cancellation)];
        var results = new StageResult<T>[runs.Length];
        progress.Begin("train", runs.Length * (double)epochs, "epochs");
        var shared = new SideBySide(progress);
        var threads = Math.Max(1, Environment.ProcessorCount / runs.Length);
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = Environment.ProcessorCount,
            CancellationToken = cancellation,
        };
        await Parallel.ForAsync(0, runs.Length, options, async (index, token) =>
            results[index] = await train(runs[index].InputsOf(inputs, threads), runs[index], shared, token));
        progress.End(FormattableString.Invariant($"{runs.Length} seeds"));
        return results;
    }

    /// <summary>The first phase: the encoder in floating point.</summary>
    public static async Task<StageResult<FloatModel>> FloatAsync(
        BuildInputs inputs, TrainingRun run, IStageProgress progress, CancellationToken cancellation)
    {
        var floats = await TrainFloatStage.RunAsync(inputs, run, progress, cancellation);
        if (!floats.Ok)
            return StageResult.Stopped<FloatModel>(floats.Outcome, floats.Diagnostics);
        var weights = EncoderFile.ReadWeights(Path.Combine(inputs.OutputFolder, run.File(TrainFloatStage.Weights)));
        return weights.Ok
            ? StageResult.Done(new FloatModel(run, EncoderModel.FromWeights(weights.Value), floats.Value.Epochs))
            : Unreadable<FloatModel>(weights.Diagnostics);
    }

    private static async Task<StageResult<TrainedRun>> TrainAsync(
        BuildInputs inputs, TrainingRun run, IStageProgress progress, CancellationToken cancellation)
    {
        var floats = await FloatAsync(inputs, run, progress, cancellation);
        return floats.Ok
            ? await QuantizedAsync(inputs, floats.Value, progress, cancellation)
            : StageResult.Stopped<TrainedRun>(floats.Outcome, floats.Diagnostics);
    }

    /// <summary>The second phase: the same encoder with its quantizers.</summary>
    public static async Task<StageResult<TrainedRun>> QuantizedAsync(
        BuildInputs inputs, FloatModel floats, IStageProgress progress, CancellationToken cancellation)
    {
        var run = floats.Run;
        var quantized = await TrainQuantizedStage.RunAsync(inputs, run, floats.Model, progress, cancellation);
        if (!quantized.Ok)
            return StageResult.Stopped<TrainedRun>(quantized.Outcome, quantized.Diagnostics);
        var encoder = EncoderFile.ReadQuantized(Path.Combine(inputs.OutputFolder, run.File(TrainQuantizedStage.Encoder)));
        return encoder.Ok
            ? StageResult.Done(new TrainedRun(
                run, floats.Model, encoder.Value,
                quantized.Value.Epochs.LastOrDefault(epoch => epoch.Best)?.ValidationLoss ?? double.PositiveInfinity,
                [.. floats.Epochs, .. quantized.Value.Epochs]))
            : Unreadable<TrainedRun>(encoder.Diagnostics);
    }

    private static StageResult<T> Unreadable<T>(IReadOnlyList<Diagnostic> diagnostics)
        where T : class => StageResult.Stopped<T>(BuildOutcome.UserFault, diagnostics);
}
