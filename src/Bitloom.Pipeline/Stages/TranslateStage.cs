using Bitloom.Hdl;

namespace Bitloom.Pipeline;

/// <summary>The hardware folder with its VHDL as Verilog: what Verilator and Yosys read.</summary>
internal sealed record TranslatedModel(HdlProject Hardware, VerilogTranslation Verilog);

/// <summary>Translates the engine's VHDL to Verilog, once for simulation and synthesis.</summary>
internal static class TranslateStage
{
    /// <summary>The translation, relative to the output folder.</summary>
    public const string VerilogFile = $"{CompileStage.HardwareFolder}/{VerilogTranslation.Top}.v";

    private const string Name = "translate";

    public static async Task<StageResult<TranslatedModel>> RunAsync(
        BuildInputs inputs, CompiledModel compiled, IStageProgress progress, CancellationToken cancellation)
    {
        var verilog = new VerilogTranslation(compiled.Hardware, inputs.Programs.Ghdl);
        var translated = await inputs.Stages.RunAsync(
            new Stage(
                Name,
                [
                    Dependencies.Hardware(compiled.Hardware), Dependencies.Version(inputs, inputs.Programs.Ghdl),
                    Dependencies.Bitloom,
                ],
                [VerilogFile]),
            progress, () => TranslateAsync(verilog, progress, cancellation));
        return translated.Ok
            ? StageResult.Done(new TranslatedModel(compiled.Hardware, verilog))
            : StageResult.Stopped<TranslatedModel>(translated.Outcome, translated.Diagnostics);
    }

    private static async Task<StageResult<Translation>> TranslateAsync(
        VerilogTranslation verilog, IStageProgress progress, CancellationToken cancellation)
    {
        progress.Begin(Name, 0, "");
        var fault = await verilog.RunAsync(cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (fault is not null)
            return StageResult.Stopped<Translation>(BuildOutcome.ToolFailed, fault);
        progress.End("VHDL to Verilog");
        return StageResult.Done(new Translation(VerilogTranslation.Top));
    }

    // The result is the file; its record names the top.
    private sealed record Translation(string Top);
}
