using System.Collections.Immutable;
using Bitloom.Engine;
using Bitloom.Hdl;
using Bitloom.Ir;
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

/// <summary>
/// Climbs the agreement ladder of docs/arithmetic.md. What agrees is kept for the next build; a difference is looked
/// for again.
/// </summary>
internal static class VerifyStage
{
    public static async Task<StageResult<VerifiedModel>> RunAsync(
        BuildInputs inputs, TrainedModel trained, IntegerModel model, CompiledModel compiled,
        TranslatedModel translated, IStageProgress progress, CancellationToken cancellation)
    {
        var windows = HostQuantizer.Quantize(inputs.Data.TestWindows.Inputs, model.Encoder.Input);
        var software = await SoftwareAsync(inputs, trained, model, compiled, windows, progress, cancellation);
        var vhdl = await VhdlAsync(inputs, model, compiled, windows, progress, cancellation);
        if (!vhdl.Ok)
            return StageResult.Stopped<VerifiedModel>(vhdl.Outcome, vhdl.Diagnostics);
        var verilog = await TranslationAsync(inputs, model, translated, windows, progress, cancellation);
        if (!verilog.Ok)
            return StageResult.Stopped<VerifiedModel>(verilog.Outcome, verilog.Diagnostics);
        return StageResult.Done(new VerifiedModel(
            [.. software.Rungs, .. vhdl.Value.Rungs, .. verilog.Value.Rungs],
            [.. vhdl.Value.Cycles, .. verilog.Value.Cycles],
            verilog.Value.Windows,
            verilog.Value.Outputs));
    }

    /// <summary>What was verified before, and the rungs and cycles of the synthesized netlist.</summary>
    public static async Task<StageResult<VerifiedModel>> NetlistAsync(
        BuildInputs inputs, IntegerModel model, TranslatedModel translated, VerifiedModel verified,
        IStageProgress progress, CancellationToken cancellation)
    {
        var verification = inputs.Project.Verification;
        var played = await inputs.Stages.RunAsync(
            PlayedStage(
                inputs, model, NetlistAgreement.Name,
                [new("verification.netlistWindows", Text(verification.NetlistWindows))],
                [
                    Dependencies.File(inputs.OutputFolder, SynthesizeStage.NetlistFile),
                    Dependencies.Version(inputs, inputs.Programs.Yosys),
                    Dependencies.Version(inputs, inputs.Programs.Verilator),
                ],
                VerilatorAgreement.FullSpeed(NetlistAgreement.Run), VerilatorAgreement.Stalled(NetlistAgreement.Run)),
            progress,
            () =>
            {
                var windows = HostQuantizer.Quantize(inputs.Data.TestWindows.Inputs, model.Encoder.Input);
                var many = WindowVectors.Draw(
                    model.Graph, windows, verification.NetlistWindows, verification.Seed);
                return NetlistAgreement.RunAsync(
                    inputs, translated, many.First(RtlAgreement.FullSpeedWindows), many, progress, cancellation);
            },
            played => Agree(played.Rungs));
        return played.Ok
            ? StageResult.Done(verified with
            {
                Rungs = [.. verified.Rungs, .. played.Value.Rungs],
                SimulatedCycles = [.. verified.SimulatedCycles, .. played.Value.Cycles],
            })
            : StageResult.Stopped<VerifiedModel>(played.Outcome, played.Diagnostics);
    }

    private static async Task<AgreedRungs> SoftwareAsync(
        BuildInputs inputs, TrainedModel trained, IntegerModel model, CompiledModel compiled, int[] windows,
        IStageProgress progress, CancellationToken cancellation)
    {
        var agreed = await inputs.Stages.RunAsync(
            SoftwareStage(inputs, trained, model, compiled),
            progress,
            () => Task.Run(() => StageResult.Done(new AgreedRungs(
            [
                .. RealRung.Compare(trained, model, inputs.Data.TestWindows.Inputs),
                .. SoftwareAgreement.Compare(
                    model.Encoder, model.Graph, compiled.Program, windows, progress, cancellation),
            ])), cancellation),
            agreed => Agree(agreed.Rungs));
        return agreed.Value!;
    }

    private static Task<StageResult<PlayedRtl>> VhdlAsync(
        BuildInputs inputs, IntegerModel model, CompiledModel compiled, int[] windows, IStageProgress progress,
        CancellationToken cancellation)
    {
        var verification = inputs.Project.Verification;
        return inputs.Stages.RunAsync(
            PlayedStage(
                inputs, model, GhdlAgreement.Name,
                [new("verification.windows", Text(verification.Windows))],
                [Dependencies.Hardware(compiled.Hardware), Dependencies.Version(inputs, inputs.Programs.Ghdl)],
                GhdlAgreement.FullSpeed, GhdlAgreement.Stalled),
            progress,
            () =>
            {
                var some = WindowVectors.Draw(model.Graph, windows, verification.Windows, verification.Seed);
                return GhdlAgreement.RunAsync(
                    inputs, compiled, some.First(RtlAgreement.FullSpeedWindows), some, progress, cancellation);
            },
            played => Agree(played.Rungs));
    }

    private static Task<StageResult<PlayedRtl>> TranslationAsync(
        BuildInputs inputs, IntegerModel model, TranslatedModel translated, int[] windows, IStageProgress progress,
        CancellationToken cancellation)
    {
        var verification = inputs.Project.Verification;
        return inputs.Stages.RunAsync(
            PlayedStage(
                inputs, model, VerilatorAgreement.Name,
                [
                    new("verification.translatedWindows", Text(verification.TranslatedWindows)),
                    new("verification.windows", Text(verification.Windows)),
                ],
                [
                    Dependencies.Hardware(translated.Hardware),
                    Dependencies.File(inputs.OutputFolder, TranslateStage.VerilogFile),
                    Dependencies.Version(inputs, inputs.Programs.Verilator),
                ],
                VerilatorAgreement.FullSpeed(VerilatorAgreement.BuildRun),
                VerilatorAgreement.Stalled(VerilatorAgreement.BuildRun)),
            progress,
            () =>
            {
                var some = WindowVectors.Draw(model.Graph, windows, verification.Windows, verification.Seed);
                var many = WindowVectors.Draw(model.Graph, windows, verification.TranslatedWindows, verification.Seed);
                return VerilatorAgreement.RunAsync(
                    inputs, translated, some.First(RtlAgreement.FullSpeedWindows), many, progress, cancellation);
            },
            played => Agree(played.Rungs));
    }

    private static Stage SoftwareStage(
        BuildInputs inputs, TrainedModel trained, IntegerModel model, CompiledModel compiled) => new(
        SoftwareAgreement.Name,
        [
            .. Dependencies.Settings("quantization", inputs.Project.Quantization),
            Dependencies.TestWindows(inputs.Data),
            trained.Content,
            Graph(model),
            new("the program", ContentHash.Of(ProgramPrinter.Print(compiled.Program))),
            Dependencies.Hardware(compiled.Hardware),
            Dependencies.Bitloom,
        ],
        []);

    // Which windows are played, what is expected of them, and what they are played to; each run leaves its outputs.
    private static Stage PlayedStage(
        BuildInputs inputs, IntegerModel model, string name, StageDependency[] counts, StageDependency[] played,
        params string[] runs) => new(
        name,
        [
            .. counts, new("verification.seed", Text(inputs.Project.Verification.Seed)),
            Dependencies.TestWindows(inputs.Data), Graph(model), .. played, Dependencies.Bitloom,
        ],
        [.. runs.Select(run => $"{CompileStage.HardwareFolder}/{HdlProject.OutputFile(run)}")]);

    /// <summary>Of the graph's text.</summary>
    public static string HashOf(IntegerModel model) => ContentHash.Of(GraphPrinter.Print(model.Graph));

    private static StageDependency Graph(IntegerModel model) => new("the integer graph", HashOf(model));

    private static bool Agree(ImmutableArray<RungResult> rungs) => rungs.All(rung => rung.Differences == 0);

    private static string Text(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>The comparisons of a stage.</summary>
internal sealed record AgreedRungs(ImmutableArray<RungResult> Rungs);
