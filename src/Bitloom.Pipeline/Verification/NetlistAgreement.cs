using Bitloom.Diagnostics;
using Bitloom.Quantization;
using Bitloom.Toolchain;

namespace Bitloom.Pipeline;

/// <summary>What the synthesized netlist answered: the last rung, the cells that the device is to hold.</summary>
internal static class NetlistAgreement
{
    private const int FullSpeedWindows = 2;
    private const string Interpreter = "integer graph interpreter";

    /// <summary>
    /// What was verified before, and the netlist's rungs and cycles; unchanged when the project wants no netlist
    /// simulated or there is none.
    /// </summary>
    public static async Task<StageResult<VerifiedModel>> RunAsync(
        BuildInputs inputs, IntegerModel model, CompiledModel compiled, VerifiedModel verified,
        SynthesizedModel? synthesized, IStageProgress progress, CancellationToken cancellation)
    {
        var verification = inputs.Project.Verification;
        if (synthesized is null || verification.NetlistWindows == 0)
            return StageResult.Done(verified);
        var windows = HostQuantizer.Quantize(inputs.Data.Test.Inputs, model.Encoder.Input);
        var many = WindowVectors.Draw(model.Graph, windows, verification.NetlistWindows, verification.Seed);
        var few = many.First(FullSpeedWindows);
        progress.Begin("simulate netlist", few.Indices.Length + many.Indices.Length, "windows");
        var simulation = await BuildAsync(compiled, synthesized, inputs.Programs, cancellation);
        if (!simulation.Ok)
            return StageResult.Stopped<VerifiedModel>(BuildOutcome.ToolFailed, simulation.Diagnostics);
        var full = await simulation.Value.RunAsync(
            "netlist-full-speed", few.Inputs, few.Expected, null, 1, Advance, cancellation: cancellation);
        var stalled = await simulation.Value.RunAsync(
            "netlist-stalled", many.Inputs, many.Expected, verification.Seed + 1, 2, Advance,
            cancellation: cancellation);
        cancellation.ThrowIfCancellationRequested();
        if ((Crash(inputs, full) ?? Crash(inputs, stalled)) is { } crash)
            return StageResult.Stopped<VerifiedModel>(BuildOutcome.ToolFailed, crash);
        progress.End(FormattableString.Invariant($"{full.Beats + stalled.Beats} outputs compared"));
        return StageResult.Done(With(verified, full, stalled));

        void Advance() => progress.Advance(1);
    }

    private static async Task<Checked<VerilatedSimulation>> BuildAsync(
        CompiledModel compiled, SynthesizedModel synthesized, BuildTools programs, CancellationToken cancellation)
    {
        var simulation = await NetlistSimulation.PrepareAsync(
            compiled.Hardware, synthesized.NetlistPath, synthesized.Family, programs, cancellation);
        if (!simulation.Ok)
            return simulation;
        var build = await simulation.Value.BuildAsync(cancellation);
        cancellation.ThrowIfCancellationRequested();
        return build is not null && ToolFault.Of(programs.Verilator, build) is { } fault
            ? Checked.Failure<VerilatedSimulation>(fault)
            : simulation;
    }

    private static VerifiedModel With(VerifiedModel verified, RtlRun full, RtlRun stalled) => verified with
    {
        Rungs =
        [
            .. verified.Rungs, Rung("synthesized netlist, full speed", full),
            Rung("synthesized netlist, random stalls", stalled),
        ],
        SimulatedCycles = [.. verified.SimulatedCycles, .. full.Cycles],
    };

    // A bench that fails says what differs; anything else that ends the simulator is a fault of the tool.
    private static Diagnostic? Crash(BuildInputs inputs, RtlRun run) =>
        run.Ok || run.Failure is not null ? null : ToolFault.Of(inputs.Programs.Verilator, run.Process);

    private static RungResult Rung(string to, RtlRun run) =>
        new(Interpreter, to, Math.Max(run.Beats, 1), run.Ok ? 0 : 1, run.Failure);
}
