using System.Collections.Immutable;
using Bitloom.Diagnostics;
using Bitloom.Training;

namespace Bitloom.Pipeline;

/// <summary>A trained encoder, as floats and as its quantized form.</summary>
/// <param name="Content">A hash of the quantized form, which is all that follows from the training.</param>
internal sealed record TrainedModel(
    EncoderModel Float, FakeQuantizedEncoder FakeQuantized, QuantizedEncoder Quantized,
    ImmutableArray<EpochResult> Epochs, StageDependency Content);

/// <summary>
/// Float training, then quantization-aware training. Each is read back from its file, whether it was made or kept.
/// </summary>
internal static class TrainStage
{
    public static async Task<StageResult<TrainedModel>> RunAsync(
        BuildInputs inputs, IStageProgress progress, CancellationToken cancellation)
    {
        var floats = await TrainFloatStage.RunAsync(inputs, progress, cancellation);
        if (!floats.Ok)
            return StageResult.Stopped<TrainedModel>(floats.Outcome, floats.Diagnostics);
        var weights = EncoderFile.ReadWeights(Path.Combine(inputs.OutputFolder, TrainFloatStage.Weights));
        if (!weights.Ok)
            return Unreadable(weights.Diagnostics);
        var model = EncoderModel.FromWeights(weights.Value);
        var quantized = await TrainQuantizedStage.RunAsync(inputs, model, progress, cancellation);
        if (!quantized.Ok)
            return StageResult.Stopped<TrainedModel>(quantized.Outcome, quantized.Diagnostics);
        var encoder = EncoderFile.ReadQuantized(Path.Combine(inputs.OutputFolder, TrainQuantizedStage.Encoder));
        if (!encoder.Ok)
            return Unreadable(encoder.Diagnostics);
        return StageResult.Done(new TrainedModel(
            model,
            FakeQuantizedEncoder.FromSnapshot(encoder.Value, inputs.Project.Quantization.ExponentialBits),
            encoder.Value,
            [.. floats.Value.Epochs, .. quantized.Value.Epochs],
            Dependencies.File(inputs.OutputFolder, TrainQuantizedStage.Encoder)));
    }

    private static StageResult<TrainedModel> Unreadable(IReadOnlyList<Diagnostic> diagnostics) =>
        StageResult.Stopped<TrainedModel>(BuildOutcome.UserFault, diagnostics);
}
