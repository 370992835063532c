using Bitloom.Hdl;

namespace Bitloom.Pipeline;

/// <summary>The hardware folder with its VHDL as Verilog: what Verilator and Yosys read.</summary>
internal sealed record TranslatedModel(HdlProject Hardware, VerilogTranslation Verilog);

/// <summary>Translates the engine's VHDL to Verilog, once for simulation and synthesis.</summary>
internal static class TranslateStage
{
    public static async Task<StageResult<TranslatedModel>> RunAsync(
        CompiledModel compiled, BuildTools programs, IStageProgress progress, CancellationToken cancellation)
    {
        progress.Begin("translate", 0, "");
        var verilog = new VerilogTranslation(compiled.Hardware, programs.Ghdl);
        if (await verilog.RunAsync(cancellation) is { } fault)
            return StageResult.Stopped<TranslatedModel>(BuildOutcome.ToolFailed, fault);
        cancellation.ThrowIfCancellationRequested();
        progress.End("VHDL to Verilog");
        return StageResult.Done(new TranslatedModel(compiled.Hardware, verilog));
    }
}
