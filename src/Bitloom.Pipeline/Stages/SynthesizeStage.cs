using Bitloom.Estimation;
using Bitloom.Projects;
using Bitloom.Toolchain;

namespace Bitloom.Pipeline;

/// <summary>What Yosys counted, as cells and as the device's resources.</summary>
internal sealed record SynthesizedModel(CellCounts Cells, ResourceCounts Counts);

/// <summary>The translated accelerator as cells of the 7 series, by Yosys.</summary>
internal static class SynthesizeStage
{
    private const string Name = "synthesize";

    /// <summary>Whether the project asks for it and its device is of the family that is mapped.</summary>
    public static bool IsWanted(Project project) =>
        project.Synthesis.Enabled && project.Engine.Device.Synthesis == SynthesisFamily.Xc7;

    /// <summary>Takes over what the last build synthesized, or synthesizes.</summary>
    public static Task<StageResult<SynthesizedModel>> RunAsync(
        BuildInputs inputs, TranslatedModel translated, IStageProgress progress, CancellationToken cancellation) =>
        inputs.Stages.RunAsync(
            new Stage(
                Name,
                [
                    Dependencies.Hardware(translated.Hardware),
                    Dependencies.File(inputs.OutputFolder, TranslateStage.VerilogFile),
                    Dependencies.Version(inputs, inputs.Programs.Yosys), Dependencies.Bitloom,
                ],
                [
                    $"{CompileStage.HardwareFolder}/{SynthesisScript.CellsName(VerilogTranslation.Top)}",
                    $"{CompileStage.HardwareFolder}/{SynthesisScript.NetlistName(VerilogTranslation.Top)}",
                ]),
            progress, () => SynthesizeAsync(translated, inputs.Programs.Yosys, progress, cancellation));

    /// <summary>Synthesizes.</summary>
    public static async Task<StageResult<SynthesizedModel>> SynthesizeAsync(
        TranslatedModel translated, ExternalTool tool, IStageProgress progress, CancellationToken cancellation)
    {
        progress.Begin(Name, 0, "steps");
        var yosys = new Yosys(translated.Hardware.Directory, tool);
        var synthesis = await yosys.SynthesizeAsync(
            new SynthesisRequest(VerilogTranslation.Top, [.. translated.Verilog.Files]), cancellation: cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (!synthesis.Cells.Ok)
            return StageResult.Stopped<SynthesizedModel>(BuildOutcome.ToolFailed, synthesis.Cells.Diagnostics);
        var counts = SevenSeriesCells.Resources(synthesis.Cells.Value);
        progress.End(FormattableString.Invariant($"{counts.Lut} LUT, {counts.Dsp} DSP, {counts.Bram36} BRAM"));
        return StageResult.Done(new SynthesizedModel(synthesis.Cells.Value, counts));
    }
}
