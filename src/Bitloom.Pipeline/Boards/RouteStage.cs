using Bitloom.Diagnostics;
using Bitloom.Estimation;
using Bitloom.Hdl;
using Bitloom.Projects;
using Bitloom.Toolchain;

namespace Bitloom.Pipeline;

/// <summary>A bitstream and what the router said of it.</summary>
/// <param name="ClockMegahertz">The clock that the board gives it.</param>
/// <param name="Seed">Of the placement that was taken.</param>
/// <param name="BitstreamBytes">Size of the bitstream; 0 when the clock was not reached, and none was made.</param>
internal sealed record RoutedModel(RoutedDesign Design, double ClockMegahertz, int Seed, long BitstreamBytes)
{
    /// <summary>Whether the board's clock is one that the design can take.</summary>
    public bool ReachesClock => Design.Megahertz >= ClockMegahertz;
}

/// <summary>Synthesizes the board of an iCE40, places and routes it, and packs the bitstream.</summary>
internal static class RouteStage
{
    /// <summary>The top of a bitstream.</summary>
    public const string Top = "ice40_board";

    /// <summary>The bitstream, relative to the output folder.</summary>
    public const string BitstreamFile = $"{CompileStage.HardwareFolder}/{Top}.bin";

    private const string Name = "route";

    /// <summary>Whether there is a router for the device.</summary>
    public static bool HasRouter(Project project) => project.Engine.Device.Synthesis == SynthesisFamily.Ice40;

    /// <summary>Whether the project asks for a bitstream, and one can be made.</summary>
    public static bool IsWanted(Project project) =>
        project.Synthesis is { Enabled: true, Route: true } && HasRouter(project);

    /// <summary>Whether what was counted can be placed at all: the report says what is too large.</summary>
    public static bool Fits(Project project, SynthesizedModel synthesized)
    {
        var (counts, device) = (synthesized.Counts, project.Engine.Device);
        return counts.Lut <= device.Luts.Count && counts.FlipFlops <= device.FlipFlops.Count
            && counts.BlockRam <= device.BlockRams.Count && counts.Dsp <= device.Multipliers.Count;
    }

    /// <summary>Takes over what the last build routed, or routes.</summary>
    public static async Task<StageResult<RoutedModel>> RunAsync(
        BuildInputs inputs, CompiledModel compiled, IStageProgress progress, CancellationToken cancellation)
    {
        var board = await BoardStage.RunAsync(inputs, compiled, progress, cancellation);
        if (!board.Ok)
            return StageResult.Stopped<RoutedModel>(board.Outcome, board.Diagnostics);
        return await inputs.Stages.RunAsync(
            new Stage(
                Name,
                [
                    .. Dependencies.Settings("board", inputs.Project.Board),
                    new("engine.clock", FormattableString.Invariant($"{inputs.Project.Engine.Clock}")),
                    Dependencies.Hardware(compiled.Hardware), Dependencies.Board(board.Value.Board),
                    Dependencies.File(inputs.OutputFolder, BoardStage.VerilogFile),
                    Dependencies.Version(inputs, inputs.Programs.Yosys),
                    Dependencies.Version(inputs, inputs.Programs.NextpnrIce40), Dependencies.Bitloom,
                ],
                [BitstreamFile]),
            progress, () => RouteAsync(inputs.Project, board.Value, inputs.Programs, progress, cancellation),
            routed => routed.ReachesClock);
    }

    /// <summary>Synthesizes, places, routes and packs.</summary>
    public static async Task<StageResult<RoutedModel>> RouteAsync(
        Project project, TranslatedBoard board, BuildTools programs, IStageProgress progress,
        CancellationToken cancellation)
    {
        progress.Begin(Name, 0, "steps");
        var folder = board.Board.Hardware.Directory;
        var bitstream = Path.Combine(folder, $"{Top}.bin");
        File.Delete(bitstream);
        if (Ice40Clock.Of(project.Board.Clock, project.Engine.Clock) is not { } clock)
            throw new CompilerBugException(nameof(RouteStage), "the board's clock was not checked");
        var yosys = new Yosys(folder, programs.Yosys);
        var synthesis = await yosys.SynthesizeAsync(SynthesisOf(board, clock), cancellation: cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (!synthesis.Cells.Ok)
            return StageResult.Stopped<RoutedModel>(BuildOutcome.ToolFailed, synthesis.Cells.Diagnostics);
        var placed = await PlaceAsync(project, programs, folder, clock, cancellation);
        if (!placed.Ok)
            return placed;
        if (placed.Value.ReachesClock)
        {
            var pack = new Icepack(folder, programs.Icepack);
            var fault = await pack.PackAsync($"{Top}.asc", bitstream, cancellation);
            cancellation.ThrowIfCancellationRequested();
            if (fault is not null)
                return StageResult.Stopped<RoutedModel>(BuildOutcome.ToolFailed, fault);
        }

        progress.End(FormattableString.Invariant($"{placed.Value.Design.Megahertz:0.0} MHz"));
        return StageResult.Done(placed.Value with
        {
            BitstreamBytes = placed.Value.ReachesClock ? new FileInfo(bitstream).Length : 0,
        });
    }

    // The first placement that reaches the clock, or the fastest of all.
    private static async Task<StageResult<RoutedModel>> PlaceAsync(
        Project project, BuildTools programs, string folder, Ice40Clock clock, CancellationToken cancellation)
    {
        var (section, router) = (project.Board, new NextpnrIce40(folder, programs.NextpnrIce40));
        RoutedModel? best = null;
        for (var seed = section.Seed; seed < section.Seed + section.Attempts; seed++)
        {
            var routed = await router.RouteAsync(
                new RoutingRequest(
                    Top, SynthesisScript.RoutingName(Top), BoardPins.Constraints(section.Name), BoardPins.Package,
                    clock.Megahertz, seed),
                cancellation);
            cancellation.ThrowIfCancellationRequested();
            if (NextpnrIce40.IsTooLarge(routed.Process))
                return StageResult.Stopped<RoutedModel>(
                    BuildOutcome.DoesNotFit, RouteFault.TooLarge(project, routed.Process));
            if (!routed.Design.Ok)
                return StageResult.Stopped<RoutedModel>(BuildOutcome.ToolFailed, routed.Design.Diagnostics);
            if (best is null || routed.Design.Value.Megahertz > best.Design.Megahertz)
                best = new RoutedModel(routed.Design.Value, clock.Megahertz, seed, 0);
            if (best.ReachesClock)
                break;
        }

        return StageResult.Done(best!);
    }

    private static SynthesisRequest SynthesisOf(TranslatedBoard board, Ice40Clock clock) => new(
        Top,
        [.. board.Verilog.Files, Path.Combine(board.Board.Hardware.Directory, BoardProject.Ice40Top)], CellFamily.Ice40)
    {
        ForRouting = true,
        Defines = clock switch
        {
            { Source: BoardClock.Internal } =>
                ["CLOCK_INTERNAL", FormattableString.Invariant($"CLOCK_DIVIDE_{1 << clock.Setting}")],
            { UsesPll: true } =>
            [
                "CLOCK_PLL", FormattableString.Invariant($"PLL_DIVF={clock.Setting}"),
                FormattableString.Invariant($"PLL_DIVQ={clock.OutputDivider}"), "PLL_RANGE=1",
            ],
            _ => [],
        },
    };
}
