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
        BuildInputs inputs, TrainedModel trained, IntegerModel model, CompiledModel compiled,
        TranslatedModel translated, IStageProgress progress, CancellationToken cancellation)
    {
        var windows = HostQuantizer.Quantize(inputs.Data.Test.Inputs, model.Encoder.Input);
        var real = RealRung.Compare(trained, model, inputs.Data.Test.Inputs);
        var software = SoftwareAgreement.Compare(
            model.Encoder, model.Graph, compiled.Program, windows, progress, cancellation);
        var verification = inputs.Project.Verification;
        var vhdl = await GhdlAgreement.RunAsync(
            inputs, compiled, Draw(verification.Windows), progress, cancellation);
        if (!vhdl.Ok)
            return StageResult.Stopped<VerifiedModel>(vhdl.Outcome, vhdl.Diagnostics);
        var verilog = await VerilatorAgreement.RunAsync(
            inputs, translated, Draw(verification.TranslatedWindows), progress, cancellation);
        return verilog.Ok
            ? StageResult.Done(new VerifiedModel(
                [.. real, .. software, .. vhdl.Value.Rungs, .. verilog.Value.Rungs],
                [.. vhdl.Value.Cycles, .. verilog.Value.Cycles],
                verilog.Value.Windows,
                verilog.Value.Outputs))
            : StageResult.Stopped<VerifiedModel>(verilog.Outcome, verilog.Diagnostics);

        WindowVectors Draw(int count) => WindowVectors.Draw(model.Graph, windows, count, verification.Seed);
    }
}
