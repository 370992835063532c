using System.Collections.Immutable;
using Bitloom.Diagnostics;
using Bitloom.Engine;
using Bitloom.Pipeline;
using Bitloom.Quantization;
using Bitloom.Training;

namespace Bitloom.Exploration;

/// <summary>A point that was trained.</summary>
/// <param name="Epochs">That it took, without those in floating point.</param>
internal sealed record TrainedPoint(TrialPoint Point, int Epochs);

/// <summary>
/// Trains a float model on with the widths of a project, and measures what comes of it. The folder is that of a build of
/// this very model, which then begins behind its training.
/// </summary>
internal static class PointTraining
{
    public static async Task<StageResult<TrainedPoint>> RunAsync(
        BuildInputs inputs, FloatModel floats, string floatFolder,
        ImmutableSortedDictionary<string, string> settings, IStageProgress progress, CancellationToken cancellation)
    {
        Adopt(inputs.OutputFolder, floatFolder, floats.Run);
        var trained = await TrainStage.QuantizedAsync(inputs, floats, progress, cancellation);
        return trained.Ok
            ? await Task.Run(() => Measure(inputs, trained.Value, settings), cancellation)
            : StageResult.Stopped<TrainedPoint>(trained.Outcome, trained.Diagnostics);
    }

    private static StageResult<TrainedPoint> Measure(
        BuildInputs inputs, TrainedRun trained, ImmutableSortedDictionary<string, string> settings)
    {
        var (project, data) = (inputs.Project, inputs.Data);
        var encoder = EncoderQuantizer.Quantize(trained.Quantized, QuantizeStage.OptionsOf(project));
        if (!encoder.Ok)
            return StageResult.Stopped<TrainedPoint>(BuildOutcome.UserFault, encoder.Diagnostics);
        var graph = Ir.PassPipeline.Run(GraphLowering.Lower(encoder.Value, project.Name));
        var program = EngineCompiler.Compile(graph, CompileStage.Options(project.Engine));
        if (!program.Ok)
            return StageResult.Stopped<TrainedPoint>(BuildOutcome.UserFault, program.Diagnostics);
        var forward = new HardwareExactForward(encoder.Value);
        var point = EstimatedPoint.Of(
            project, EstimateStage.Of(program.Value, project.Engine), settings, PredictionMeasures.Of(data, forward)) with
        {
            TestScore = data.Score(part => forward.Predict(part.Inputs)),
        };
        return StageResult.Done(new TrainedPoint(
            point, trained.Epochs.Count(epoch => epoch is { Phase: TrainingPhase.Quantized, Epoch: > 0 })));
    }

    // The float model of another folder with its record, so that a build takes it over.
    private static void Adopt(string folder, string from, TrainingRun run)
    {
        if (Path.GetFullPath(folder) == Path.GetFullPath(from))
            return;
        foreach (var file in TrainFloatStage.FilesOf(run))
            AtomicFile.Write(Path.Combine(folder, file), File.ReadAllBytes(Path.Combine(from, file)));
    }
}
