using Bitloom.Hdl;
using Bitloom.Projects;

namespace Bitloom.Pipeline;

/// <summary>The accelerator behind a serial line, as Verilog: what is routed, and what the simulated board runs.</summary>
internal sealed record TranslatedBoard(BoardProject Board, VerilogTranslation Verilog);

/// <summary>Translates the board's VHDL to Verilog.</summary>
internal static class BoardStage
{
    /// <summary>The translation, relative to the output folder.</summary>
    public const string VerilogFile = $"{CompileStage.HardwareFolder}/{BoardProject.Top}.v";

    private const string Name = "translate board";

    public static async Task<StageResult<TranslatedBoard>> RunAsync(
        BuildInputs inputs, CompiledModel compiled, IStageProgress progress, CancellationToken cancellation)
    {
        var board = new BoardProject(compiled.Hardware, ClocksPerBit(inputs.Project)).Write();
        var verilog = new VerilogTranslation(
            compiled.Hardware, inputs.Programs.Ghdl, BoardProject.Top, BoardProject.SynthesisFiles);
        var translated = await inputs.Stages.RunAsync(
            new Stage(
                Name,
                [
                    Dependencies.Hardware(compiled.Hardware), Dependencies.Board(board),
                    Dependencies.Version(inputs, inputs.Programs.Ghdl), Dependencies.Bitloom,
                ],
                [VerilogFile]),
            progress, () => TranslateAsync(verilog, progress, cancellation));
        return translated.Ok
            ? StageResult.Done(new TranslatedBoard(board, verilog))
            : StageResult.Stopped<TranslatedBoard>(translated.Outcome, translated.Diagnostics);
    }

    /// <summary>The clock of the project's board; that of the engine where there is no such board.</summary>
    public static double Megahertz(Project project) =>
        (RouteStage.HasRouter(project) ? Ice40Clock.Of(project.Board.Clock, project.Engine.Clock)?.Megahertz : null)
            ?? project.Engine.Clock;

    private static int ClocksPerBit(Project project) =>
        Math.Max(BoardProject.LeastClocksPerBit, project.Board.ClocksPerBit(Megahertz(project)));

    private static async Task<StageResult<Translation>> TranslateAsync(
        VerilogTranslation verilog, IStageProgress progress, CancellationToken cancellation)
    {
        progress.Begin(Name, 0, "");
        var fault = await verilog.RunAsync(cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (fault is not null)
            return StageResult.Stopped<Translation>(BuildOutcome.ToolFailed, fault);
        progress.End("VHDL to Verilog");
        return StageResult.Done(new Translation(BoardProject.Top));
    }

    // The result is the file; its record names the top.
    private sealed record Translation(string Top);
}
