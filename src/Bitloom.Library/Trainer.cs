using Bitloom.Diagnostics;
using Bitloom.Pipeline;

namespace Bitloom;

/// <summary>Trains models in floating point.</summary>
public static class Trainer
{
    /// <summary>
    /// Trains a model. The output folder keeps what is finished (docs/stages.md): the same call with nothing changed
    /// reads it back, and a training that was stopped goes on.
    /// </summary>
    /// <param name="folder">The output folder of this and all further steps; it is made where it is missing.</param>
    /// <exception cref="BitloomException">The settings or the folder cannot be used.</exception>
    public static async Task<TrainedTransformer> TrainAsync(
        TimeSeriesTransformer model, Dataset data, string folder, TrainingSettings? settings = null,
        IStageProgress? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        var design = data.Design.With("model", model).With("training", settings ?? new());
        RequireOneSeed(design.Project.Training.Runs);
        var session = new Session(design, Path.GetFullPath(folder), progress ?? new SilentProgress());
        var trained = await session.RunAsync(
            inputs => TrainStage.FloatAsync(inputs, session.Run, session.Progress, cancellation));
        return new(session, trained);
    }

    private static void RequireOneSeed(int runs)
    {
        if (runs > 1)
        {
            throw new BitloomException(BuildOutcome.UserFault, [Diagnostic.Error(
                "LIBRARY001", "training.runs", FormattableString.Invariant($"training.runs is {runs}"),
                "1: a call trains one seed", "call TrainAsync with each seed, and with a folder for each")]);
        }
    }
}
