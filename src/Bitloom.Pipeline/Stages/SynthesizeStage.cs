using Bitloom.Estimation;
using Bitloom.Projects;
using Bitloom.Toolchain;

namespace Bitloom.Pipeline;

/// <summary>What Yosys counted, as cells and as the device's resources.</summary>
internal sealed record SynthesizedModel(CellCounts Cells, ResourceCounts Counts);

/// <summary>The translated accelerator as cells of the device's family, by Yosys.</summary>
internal static class SynthesizeStage
{
    private const string Name = "synthesize";

    /// <summary>The netlist, relative to the output folder.</summary>
    public static string NetlistFile { get; } =
        $"{CompileStage.HardwareFolder}/{SynthesisScript.NetlistName(VerilogTranslation.Top)}";

    /// <summary>Whether the project asks for it.</summary>
    public static bool IsWanted(Project project) => project.Synthesis.Enabled;

    /// <summary>The family of cells that a device has.</summary>
    public static CellFamily FamilyOf(Device device) => device.Synthesis switch
    {
        SynthesisFamily.Xc7 => CellFamily.SevenSeries,
        SynthesisFamily.Ice40 => CellFamily.Ice40,
        SynthesisFamily.Xcup => CellFamily.UltraScalePlus,
        SynthesisFamily.Ecp5 => CellFamily.Ecp5,
    };

    /// <summary>Takes over what the last build synthesized, or synthesizes.</summary>
    public static Task<StageResult<SynthesizedModel>> RunAsync(
        BuildInputs inputs, TranslatedModel translated, IStageProgress progress, CancellationToken cancellation)
    {
        var family = FamilyOf(inputs.Project.Engine.Device);
        return inputs.Stages.RunAsync(
            new Stage(
                Name,
                [
                    new("the family of the device", family.Name),
                    Dependencies.Hardware(translated.Hardware),
                    Dependencies.File(inputs.OutputFolder, TranslateStage.VerilogFile),
                    Dependencies.Version(inputs, inputs.Programs.Yosys), Dependencies.Bitloom,
                ],
                [$"{CompileStage.HardwareFolder}/{SynthesisScript.CellsName(VerilogTranslation.Top)}", NetlistFile]),
            progress, () => SynthesizeAsync(translated, family, inputs.Programs.Yosys, progress, cancellation));
    }

    /// <summary>Synthesizes.</summary>
    public static async Task<StageResult<SynthesizedModel>> SynthesizeAsync(
        TranslatedModel translated, CellFamily family, ExternalTool tool, IStageProgress progress,
        CancellationToken cancellation)
    {
        progress.Begin(Name, 0, "steps");
        var yosys = new Yosys(translated.Hardware.Directory, tool);
        var synthesis = await yosys.SynthesizeAsync(
            new SynthesisRequest(VerilogTranslation.Top, [.. translated.Verilog.Files], family),
            cancellation: cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (!synthesis.Cells.Ok)
            return StageResult.Stopped<SynthesizedModel>(BuildOutcome.ToolFailed, synthesis.Cells.Diagnostics);
        var counts = family.Resources(synthesis.Cells.Value);
        progress.End(FormattableString.Invariant($"{counts.Lut} LUT, {counts.Dsp} DSP, {counts.BlockRam} BRAM"));
        return StageResult.Done(new SynthesizedModel(synthesis.Cells.Value, counts));
    }
}
