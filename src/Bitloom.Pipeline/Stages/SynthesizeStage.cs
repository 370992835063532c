using Bitloom.Diagnostics;
using Bitloom.Estimation;
using Bitloom.Hdl;
using Bitloom.Projects;
using Bitloom.Toolchain;

namespace Bitloom.Pipeline;

/// <summary>What Yosys counted, as cells and as the device's resources.</summary>
internal sealed record SynthesizedModel(CellCounts Cells, ResourceCounts Counts);

/// <summary>VHDL to Verilog with GHDL, Verilog to the cells of the 7 series with Yosys.</summary>
internal static class SynthesizeStage
{
    private const string Top = "accelerator";
    private const string TranslationFolder = "translation";

    /// <summary>Whether the project asks for it and its device is of the family that is mapped.</summary>
    public static bool IsWanted(Project project) =>
        project.Synthesis.Enabled && project.Engine.Device.Synthesis == SynthesisFamily.Xc7;

    public static async Task<StageResult<SynthesizedModel>> RunAsync(
        CompiledModel model, BuildTools programs, IStageProgress progress, CancellationToken cancellation)
    {
        progress.Begin("synthesize", 0, "steps");
        var folder = model.Hardware.Directory;
        var verilog = Path.Combine(folder, $"{Top}.v");
        if (await TranslateAsync(programs.Ghdl, folder, verilog, cancellation) is { } fault)
            return StageResult.Stopped<SynthesizedModel>(BuildOutcome.ToolFailed, fault);
        AtomicFile.Write(verilog, BlackBoxes.Remove(await File.ReadAllTextAsync(verilog, cancellation)));
        var request = new SynthesisRequest(
            Top, [.. HdlProject.PrimitiveFiles.Select(name => Path.Combine(folder, name)), verilog]);
        var synthesis = await new Yosys(folder, programs.Yosys).SynthesizeAsync(request, cancellation: cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (!synthesis.Cells.Ok)
            return StageResult.Stopped<SynthesizedModel>(BuildOutcome.ToolFailed, synthesis.Cells.Diagnostics);
        var counts = SevenSeriesCells.Resources(synthesis.Cells.Value);
        progress.End(FormattableString.Invariant($"{counts.Lut} LUT, {counts.Dsp} DSP, {counts.Bram36} BRAM"));
        return StageResult.Done(new SynthesizedModel(synthesis.Cells.Value, counts));
    }

    private static async Task<Diagnostic?> TranslateAsync(
        ExternalTool tool, string folder, string verilog, CancellationToken cancellation)
    {
        var ghdl = new Ghdl(Path.Combine(folder, TranslationFolder), tool);
        var files = HdlProject.SynthesisFiles.Select(name => Path.Combine(folder, name));
        var analysis = await ghdl.AnalyzeAsync(files, cancellation);
        if (ToolFault.Of(ghdl.Tool, analysis) is { } analysisFault)
            return analysisFault;
        var translation = await ghdl.SynthesizeAsync(Top, verilog, cancellation: cancellation);
        cancellation.ThrowIfCancellationRequested();
        return ToolFault.Of(ghdl.Tool, translation);
    }
}
