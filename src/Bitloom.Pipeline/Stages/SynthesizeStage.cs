using Bitloom.Estimation;
using Bitloom.Projects;
using Bitloom.Toolchain;

namespace Bitloom.Pipeline;

/// <summary>What Yosys counted, as cells and as the device's resources.</summary>
internal sealed record SynthesizedModel(CellCounts Cells, ResourceCounts Counts);

/// <summary>The translated accelerator as cells of the 7 series, by Yosys.</summary>
internal static class SynthesizeStage
{
    /// <summary>Whether the project asks for it and its device is of the family that is mapped.</summary>
    public static bool IsWanted(Project project) =>
        project.Synthesis.Enabled && project.Engine.Device.Synthesis == SynthesisFamily.Xc7;

    public static async Task<StageResult<SynthesizedModel>> RunAsync(
        TranslatedModel translated, BuildTools programs, IStageProgress progress, CancellationToken cancellation)
    {
        progress.Begin("synthesize", 0, "steps");
        var yosys = new Yosys(translated.Hardware.Directory, programs.Yosys);
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
