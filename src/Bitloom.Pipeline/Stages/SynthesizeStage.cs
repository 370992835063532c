using Bitloom.Estimation;
using Bitloom.Projects;
using Bitloom.Toolchain;

namespace Bitloom.Pipeline;

/// <summary>What Yosys counted, as cells and as the device's resources, and the netlist that has these cells.</summary>
internal sealed record SynthesizedModel(
    CellFamily Family, CellCounts Cells, ResourceCounts Counts, string NetlistPath);

/// <summary>The translated accelerator as cells of the device's family, by Yosys.</summary>
internal static class SynthesizeStage
{
    /// <summary>Whether the project asks for it.</summary>
    public static bool IsWanted(Project project) => project.Synthesis.Enabled;

    /// <summary>The family of cells that a device has.</summary>
    public static CellFamily FamilyOf(Device device) => device.Synthesis switch
    {
        SynthesisFamily.Xc7 => CellFamily.SevenSeries,
        SynthesisFamily.Ice40 => CellFamily.Ice40,
    };

    public static async Task<StageResult<SynthesizedModel>> RunAsync(
        CompiledModel model, CellFamily family, BuildTools programs, IStageProgress progress, CancellationToken cancellation)
    {
        progress.Begin("synthesize", 0, "steps");
        var translation = new VerilogTranslation(model.Hardware, programs.Ghdl);
        if (await translation.RunAsync(cancellation) is { } fault)
            return StageResult.Stopped<SynthesizedModel>(BuildOutcome.ToolFailed, fault);
        var yosys = new Yosys(model.Hardware.Directory, programs.Yosys);
        var synthesis = await yosys.SynthesizeAsync(
            new SynthesisRequest(VerilogTranslation.Top, [.. translation.Files], family), cancellation: cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (!synthesis.Cells.Ok)
            return StageResult.Stopped<SynthesizedModel>(BuildOutcome.ToolFailed, synthesis.Cells.Diagnostics);
        var counts = family.Resources(synthesis.Cells.Value);
        progress.End(FormattableString.Invariant($"{counts.Lut} LUT, {counts.Dsp} DSP, {counts.BlockRam} BRAM"));
        return StageResult.Done(new SynthesizedModel(family, synthesis.Cells.Value, counts, synthesis.NetlistPath));
    }
}
