using System.Collections.Immutable;
using Bitloom.Quantization;

namespace Bitloom.Pipeline;

/// <summary>The agreement of all implementations, and the cycles of the RTL.</summary>
/// <param name="Rungs">Each comparison.</param>
/// <param name="SimulatedCycles">Cycles of every window at full speed, in every simulator of the RTL.</param>
/// <param name="RtlWindows">Indices into the test part of the windows that the RTL was played.</param>
/// <param name="RtlOutputs">What the RTL put out for them; fewer elements when it was stopped at a difference.</param>
internal sealed record VerifiedModel(
    ImmutableArray<RungResult> Rungs, ImmutableArray<long> SimulatedCycles, ImmutableArray<int> RtlWindows,
    ImmutableArray<int> RtlOutputs);

/// <summary>Climbs the agreement ladder of docs/arithmetic.md.</summary>
internal static class VerifyStage
{
    public static async Task<StageResult<VerifiedModel>> RunAsync(
        BuildInputs inputs, TrainedModel trained, IntegerModel model, CompiledModel compiled, IStageProgress progress,
        CancellationToken cancellation)
    {
        var windows = HostQuantizer.Quantize(inputs.Data.Test.Inputs, model.Encoder.Input);
        var real = RealRung.Compare(trained, model, inputs.Data.Test.Inputs);
        var software = SoftwareAgreement.Compare(
            model.Encoder, model.Graph, compiled.Program, windows, progress, cancellation);
        var rtl = await RtlAgreement.RunAsync(inputs, model, compiled, windows, progress, cancellation);
        return rtl.Ok
            ? StageResult.Done(new VerifiedModel(
                [.. real, .. software, .. rtl.Value.Rungs],
                [.. rtl.Value.FullSpeed.SelectMany(run => run.Cycles)],
                [.. rtl.Value.Windows.Indices],
                rtl.Value.Played.Outputs))
            : StageResult.Stopped<VerifiedModel>(rtl.Outcome, rtl.Diagnostics);
    }
}
