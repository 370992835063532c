using Bitloom.Ir;
using Bitloom.Projects;
using Bitloom.Quantization;

namespace Bitloom.Pipeline;

/// <summary>
/// The trained encoder in integers: constants for the hardware-exact forward, and the graph lowered from them.
/// </summary>
internal sealed record IntegerModel(IntegerEncoder Encoder, IntegerGraph Graph);

/// <summary>
/// From quantizers to integer constants, with the proof of every rounding error, and to the integer graph.
/// </summary>
internal static class QuantizeStage
{
    public static StageResult<IntegerModel> Run(BuildInputs inputs, TrainedModel model)
    {
        var encoder = EncoderQuantizer.Quantize(model.Quantized, OptionsOf(inputs.Project));
        if (!encoder.Ok)
            return StageResult.Stopped<IntegerModel>(BuildOutcome.UserFault, encoder.Diagnostics);
        var graph = PassPipeline.Run(GraphLowering.Lower(encoder.Value, inputs.Project.Name));
        return StageResult.Done(new IntegerModel(encoder.Value, graph));
    }

    public static QuantizationOptions OptionsOf(Project project) =>
        new(project.Quantization.MultiplierBits, project.Quantization.ExponentialBits);
}
